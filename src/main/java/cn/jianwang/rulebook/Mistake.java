package cn.jianwang.rulebook;

/**
 * Every kind of mistake a rule file can hold, with its stable code: E for a cell, row or file that is wrong by itself, X
 * for rows that are wrong together; both refuse the release. W is a reminder: nothing is decided wrongly.
 */
enum Mistake {
    X01("规则冲突"),
    X02("永远轮不到"),
    X03("总被排除挡住"),
    X04("推导依赖先后"),
    X05("依据版本重叠"),
    X06("失效法条"),
    W01("重复"),
    W02("被遮蔽"),
    W03("规则不起作用"),
    W04("事实没有用处"),
    W05("词组没有用处"),
    W06("依据没有用处"),
    W07("依据现已失效"),
    E01("表头不对"),
    E02("名称不在词表"),
    E03("必填格为空"),
    E04("取值不在选项"),
    E05("日期不对"),
    E06("编号重复"),
    E07("编号格式不对"),
    E08("公式或危险开头"),
    E09("数字不对"),
    E10("文件读不了"),
    E11("条件永不成立"),
    E12("长编码被改写"),
    E13("词语写法不对"),
    E14("词组没有词语"),
    E15("事实没有来源"),
    E16("缺兜底行"),
    E17("须全有太多"),
    E18("推导成环"),
    E19("样例格式不对"),
    E30("文字损坏"),
    E31("行列不齐");

    private final String title;

    Mistake(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
