/**
 * The rule files: rows, closed vocabularies, reading and checks. Knows neither Spring nor Drools nor HanLP.
 *
 * <p>{@link cn.jianwang.rulebook.RulebookReader} reads a folder into an immutable {@link cn.jianwang.rulebook.Rulebook}
 * or reports every problem at once.
 */
package cn.jianwang.rulebook;
