package cn.jianwang.rulebook;

import cn.jianwang.fact.FactPattern;
import cn.jianwang.language.Quantity;
import cn.jianwang.rulebook.Column.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every table of the rules folder with its columns. A path that ends in / stands for all CSV files of that folder. */
public enum Schema {
    领域词表("vocabulary/domains.csv", "编码", Column.text("编码", "领域编码，如 GY01").need(),
            Column.text("名称", "领域名称").need(), Column.text("业务条线", "公益诉讼、刑事、民事……").need(), Column.text("说明", "备注")),
    线索类型词表("vocabulary/lead-types.csv", "编码", Column.text("编码", "线索类型编码，如 GY01-01").need(),
            Column.text("领域", "所属领域编码；兼涉别的领域的，主领域在前，用 ； 隔开").need(), Column.text("名称", "线索类型名称").need(),
            Column.text("承办部门", "默认承办部门"), certainty(), Column.text("说明", "备注")),
    部门词表("vocabulary/departments.csv", "名称", Column.text("名称", "检察机关内设部门").need(), Column.text("说明", "备注")),
    机关词表("vocabulary/agencies.csv", "名称", Column.text("名称", "行政机关名称").need(),
            Column.of("别称", Kind.WORDS, "群众怎么叫它"), Column.text("层级", "市、县、乡"), Column.text("说明", "备注")),
    事实词表("vocabulary/facts/", "事实", Column.text("事实", "条件格里能用的名称").need(),
            Column.choice("槽", List.of("主体", "行为", "对象", "场所", "后果", "履职", "诉求", "程序", "数量"), "事实属于哪一类"),
            Column.text("说明", "一句话说明何时成立").need()),
    词库("lexicon/", "词语", Column.text("词语", "一行一词；… 代表同一分句内 0 至 8 个字，# 代表一个数").need(),
            Column.text("概念", "所属词组").need(), Column.choice("匹配", List.of("整词", "字串"), "整词：须与分词边界一致；字串：出现即算"),
            status(), Column.text("来源", "词语从哪里来")),
    事实识别("fact-patterns/", "编号", id(), status(), Column.of("事实", Kind.FACT, "认定哪个事实").need(),
            Column.of("主体", Kind.CONCEPTS, "谁：词组，任一即可"), Column.of("行为", Kind.CONCEPTS, "做了什么：词组，任一即可"),
            Column.of("对象", Kind.CONCEPTS, "对什么：词组，任一即可"), Column.of("排斥", Kind.CONCEPTS, "范围内有这些词组就不算"),
            Column.choice("范围", names(FactPattern.Range.values()), "几组词须落在多近的范围内；除同段外，相隔不超过 60 个字"),
            Column.choice("遇否定", List.of("不成立", "照样成立"), "词语被否定时怎么办"),
            Column.choice("遇非实", List.of("不成立", "照样成立"), "假设、询问、宣传语境中怎么办"), positive(), negative()),
    数量识别("quantities.csv", "编号", id(), status(), Column.of("事实", Kind.FACT, "认定哪个事实").need(),
            Column.choice("量类", names(Quantity.Kind.values()), "数的是什么"),
            Column.of("下限", Kind.NUMBER, "不小于（基本单位：人、户、次、天、亩、吨、元……）").need(),
            Column.of("上限", Kind.NUMBER, "小于；空为不限"), Column.of("同分句词组", Kind.CONCEPTS, "同一分句里须有其一；空为不限"),
            Column.of("排斥词组", Kind.CONCEPTS, "同一分句里有则不算"), Column.text("说明", "备注"), positive(), negative()),
    事实推导("derived-facts.csv", "编号", id(), status(), Column.of("事实", Kind.FACT, "推出哪个事实").need(), all(), any(), none(), note()),
    排除规则("exclusions/", "编号", id(), status(), Column.text("规则名", "规则名称").need(), all(), any(), none(),
            Column.of("排除对象", Kind.WORDS, "*、领域、线索类型或事实名").need(), note(), Column.of("依据", Kind.BASIS, "法律依据编号"),
            from(), until(), positive(), negative()),
    线索规则("leads/", "编号", id(), status(), Column.of("线索类型", Kind.LEAD, "线索类型编码").need(), Column.text("规则名", "规则名称").need(),
            all(), any(), none(), Column.choice("档位", List.of("A", "B", "C"), "初次反映、履职未知、无严重后果时的档位"),
            Column.of("依据", Kind.BASIS, "法律依据编号"), Column.of("主管机关", Kind.WORDS, "主管机关"),
            Column.of("补充要素", Kind.PHRASES, "网格员还能去核的事实"), from(), until(), note(), positive(), negative(),
            Column.text("起草", "起草人"), Column.text("复核", "复核人")),
    档位规则("tiers.csv", "编号", id(), status(), applies(), baseTiers("基准档"), all(), any(), none(),
            Column.choice("作用", List.of("升至", "限至"), "升至：不低于；限至：不高于"),
            Column.choice("档位", List.of("A", "B", "C", "D"), "升到或限到哪一档"), note(), positive(), negative()),
    成案指数("scoring.csv", "编号", id(), status(), Column.choice("评分组", List.of("案源", "损害", "履职"), "每组有上限"),
            all(), any(), none(), Column.of("分值", Kind.NUMBER, "成立时加几分").need(), note()),
    紧急程度("urgency.csv", "编号", id(), status(), Column.choice("级别", List.of("特急", "紧急", "一般", "观察"), "成立时的级别，取最高"),
            applies(), baseTiers("档位"), all(), any(), none(), note()),
    紧急时限("urgency-levels.csv", "级别", Column.choice("级别", List.of("特急", "紧急", "一般", "观察"), "级别"),
            Column.of("时限", Kind.NUMBER, "数值；空为没有期限"), Column.text("单位", "分钟、小时、工作日"), Column.text("起算", "从何时起算"),
            Column.text("依据", "依据或来源"), certainty(), note()),
    移送去向("handoff.csv", "编号", id(), status(), Column.choice("移送去向", List.of("YS01", "YS02", "YS03", "YS04"), "移送哪里"),
            all(), any(), none(), note(), Column.of("依据", Kind.BASIS, "法律依据编号"), from(), until(), positive(), negative()),
    分流表("routing.csv", "编号", Column.of("顺序", Kind.NUMBER, "从上到下首中").need(), id(), status(), applies(), all(), any(), none(),
            Column.text("承办部门", "承办部门").need(), Column.of("协作单位", Kind.WORDS, "协作单位"),
            Column.of("回避", Kind.WORDS, "被反映单位等须回避者"), Column.text("转办方式", "立即转办、按日汇总……"),
            Column.of("时限（工作日）", Kind.NUMBER, "内部时限"), certainty(), note()),
    管辖表("jurisdiction.csv", "编号", id(), status(), applies(), Column.text("适用县", "县级编码，* 为不限").need(),
            Column.of("检察院编码", Kind.CODE, "检察院所在区划编码").need(), Column.text("检察院名称", "全称").need(),
            Column.text("依据", "依据或来源"), certainty(), note()),
    权力清单("agencies.csv", "编号", id(), Column.of("线索类型", Kind.LEADS, "适用线索类型").need(), Column.text("事项", "监管事项").need(),
            Column.of("监管主管", Kind.WORDS, "谁负有监管职责").need(), Column.of("处罚实施", Kind.WORDS, "谁能处罚"), Column.text("层级", "市、县、乡"),
            Column.text("适用县", "县级编码，* 为不限").need(), Column.text("划转情况", "综合执法、乡镇划转"), Column.of("依据", Kind.BASIS, "法律依据编号"),
            certainty(), from(), until(), note()),
    区划表("regions.csv", "编码", Column.of("编码", Kind.CODE, "12 位统计用区划编码").need(), Column.text("名称", "全称").need(),
            Column.of("级别", Kind.NUMBER, "2 市 3 县 4 乡 5 村").need(), Column.of("上级", Kind.CODE, "上级编码"), Column.of("别称", Kind.WORDS, "简称"),
            Column.text("歧义", "1 为有歧义"), note()),
    法律依据("legal-basis.csv", "编号", Column.text("编号", "YJ-法名-条").need(), Column.text("法律名称", "全称").need(),
            Column.text("条", "条").need(), Column.text("款", "款"), Column.text("项", "项"), Column.text("版本", "版本"),
            Column.of("施行日", Kind.DATE, "施行日"), Column.of("失效日", Kind.DATE, "失效日"), Column.of("替代为", Kind.BASIS, "失效后由哪一条替代：那一条的编号"),
            Column.text("要旨", "自己的话写要旨").need(), certainty(), Column.of("最后核对日", Kind.DATE, "最后核对日"),
            Column.text("核对人", "核对人"), Column.text("日期可信度", "施行日的可信度"), Column.text("变动提示", "可能的变动")),
    专项标签("tags.csv", "编号", id(), status(), Column.text("标签", "专项名称").need(), applies(), all(), any(), none(),
            Column.of("起", Kind.DATE, "开始日"), Column.of("止", Kind.DATE, "结束日"), certainty(), note()),
    对外回执("receipts.csv", "编号", id(), status(), baseTiers("档位"), Column.text("移送去向", "YS 编码，* 为不限").need(),
            Column.text("回执状态", "平台看到的状态").need(), Column.text("回执文本", "平台看到的文字").need(), note());

    private final String path;
    private final String key;
    private final List<Column> columns;

    Schema(String path, String key, Column... columns) {
        this.path = path;
        this.key = key;
        this.columns = List.copyOf(Arrays.asList(columns));
    }

    /** File, or folder with a trailing /, relative to the rules folder. */
    public String path() {
        return path;
    }

    /** Whether the table is spread over the CSV files of a folder. */
    public boolean isFolder() {
        return path.endsWith("/");
    }

    /** The column whose value names a row. */
    public String key() {
        return key;
    }

    /** The columns in their canonical order. */
    public List<Column> columns() {
        return columns;
    }

    private static Column id() {
        return Column.of("编号", Kind.ID, "字母开头，字母、数字、连字符；不得重复使用").need();
    }

    private static Column status() {
        return Column.choice("状态", names(Status.values()), "草稿只检查；试行只记录；正式才生效；停用保留备查");
    }

    private static Column all() {
        return Column.of("须全有", Kind.FACTS, "这些事实全部要有，最多四个");
    }

    private static Column any() {
        return Column.of("须有其一", Kind.FACTS, "这些事实至少有一个");
    }

    private static Column none() {
        return Column.of("不得有", Kind.FACTS, "这些事实一个也不能有");
    }

    private static Column applies() {
        return Column.of("适用线索", Kind.LEADS, "*、领域编码或线索类型编码").need();
    }

    private static Column baseTiers(String title) {
        return new Column(title, Kind.CHOICES, true, List.of("A", "B", "C", "D", "*"), "适用的档位，* 为不限");
    }

    private static Column note() {
        return Column.text("说明", "给办案人看的一句话");
    }

    private static Column from() {
        return Column.of("生效日", Kind.DATE, "从这一天起适用；空为一直适用");
    }

    private static Column until() {
        return Column.of("失效日", Kind.DATE, "从这一天起不再适用；空为未失效");
    }

    private static Column certainty() {
        return Column.text("可信度", "V 已核对 M 专业记忆 S 公开报道 Δ 已变或可能变 J 建议");
    }

    private static Column positive() {
        return Column.of("正例", Kind.EXAMPLES, "应当成立的句子；证据用【】标出；多个用｜隔开");
    }

    private static Column negative() {
        return Column.of("反例", Kind.EXAMPLES, "不应成立的句子；多个用｜隔开");
    }

    private static <E extends Enum<E>> List<String> names(E[] values) {
        List<String> names = new ArrayList<>();
        for (E value : values) {
            names.add(value.name());
        }
        return names;
    }
}
