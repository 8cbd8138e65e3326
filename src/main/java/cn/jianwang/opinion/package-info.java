/**
 * A learned second opinion beside the rules. It never decides: it adds one field to the decision, where somebody asks for it,
 * and shows the editors where the rules may have missed something.
 */
package cn.jianwang.opinion;
