package cn.jianwang.event;

/**
 * One thing that is wrong with an input, told so that the sender can mend it.
 *
 * @param field   path of the field, such as {@code region.county}; empty when the whole input is meant
 * @param value   what was found, shortened and free of personal data; null when nothing was there
 * @param message what is wrong, in Chinese
 * @param mend    what to do about it, in Chinese
 */
public record EventProblem(String field, String value, String message, String mend) {
}
