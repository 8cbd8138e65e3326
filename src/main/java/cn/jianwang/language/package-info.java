/**
 * From text to concept hits with their assertion. The only package that knows HanLP.
 *
 * <p>A {@link cn.jianwang.language.Dictionary} is immutable and belongs to one rule release; a
 * {@link cn.jianwang.language.TextReader} applies it to a text and yields a {@link cn.jianwang.language.Reading}.
 */
package cn.jianwang.language;
