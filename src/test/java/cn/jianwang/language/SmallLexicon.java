package cn.jianwang.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A lexicon of its own, so that these tests do not move when the shipped words do. */
final class SmallLexicon {

    private final List<Term> terms = new ArrayList<>();

    /** The words that say how other words are meant. */
    static SmallLexicon withCues() {
        return new SmallLexicon()
                .word("否定词", "没有", "没", "并无", "未", "不").part("未见词", "未发现", "未见").part("双重否定词", "并非没有", "不是没有")
                .part("转折词", "但", "却").part("设想词", "如果", "万一").part("担忧词", "担心", "以免").part("询问词", "请问", "是否", "吗")
                .part("反问词", "难道", "凭什么").part("传闻词", "听说", "网传").part("宣讲词", "宣传", "演练").part("发现词", "发现", "查获")
                .part("建议词", "建议").part("词面陷阱", "消毒", "病毒").part("模板话术", "感谢您的来电");
    }

    /** Words that must stand where HanLP's words do. */
    SmallLexicon word(String concept, String... words) {
        Arrays.stream(words).forEach(word -> terms.add(new Term(word, concept, true)));
        return this;
    }

    /** Words that count wherever they stand. */
    SmallLexicon part(String concept, String... words) {
        Arrays.stream(words).forEach(word -> terms.add(new Term(word, concept, false)));
        return this;
    }

    List<Term> terms() {
        return List.copyOf(terms);
    }

    Dictionary dictionary() {
        return Dictionary.of(terms);
    }
}
