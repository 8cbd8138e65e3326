package cn.jianwang.store;

/**
 * What those who handle a decision say of it. Component names are the JSON names.
 *
 * @param relevant whether it concerns the procuratorate
 * @param accepted whether it was accepted as a lead (受理); null while that is open
 * @param filed    whether it became a case (成案); null while that is open
 * @param reason   why it was not accepted; nullable
 * @param note     free words, without personal data that can be told by form; nullable
 */
public record Feedback(boolean relevant, Boolean accepted, Boolean filed, Reason reason, String note) {

    /** Why a lead is refused. The names are the JSON values. */
    public enum Reason {
        不属领域, 无公益, 已处理, 证据不足, 重复, 管辖外, 轻微, 其他
    }
}
