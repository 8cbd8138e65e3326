package cn.jianwang.language;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Characters that sound alike without regard to the tone, as typing by pinyin or by voice confuses them. Only characters that
 * are words of their own in HanLP's dictionary count: rare ones are not what people type by mistake. Immutable.
 */
public final class Homophones {

    private static final char FIRST = '\u4E00';
    private static final char LAST = '\u9FA5';

    private final Map<Character, String> sounds = new HashMap<>();
    private final Map<String, List<Character>> bySound = new HashMap<>();

    private Homophones() {
        for (char c = FIRST; c <= LAST; c++) {
            Pinyin pinyin = PinyinDictionary.convertToPinyin(String.valueOf(c)).get(0);
            if (pinyin != null && pinyin != Pinyin.none5) {
                sounds.put(c, pinyin.getPinyinWithoutTone());
                if (frequency(c) > 0) {
                    bySound.computeIfAbsent(pinyin.getPinyinWithoutTone(), sound -> new ArrayList<>()).add(c);
                }
            }
        }
        bySound.values().forEach(list -> list.sort(Comparator.comparingInt(Homophones::frequency).reversed()
                .thenComparing(Comparator.naturalOrder())));
    }

    /** Reads HanLP's pinyin table. */
    public static Homophones load() {
        return new Homophones();
    }

    /** The most frequent characters that sound like this one, itself not among them; empty for other than Chinese. */
    public List<Character> of(char c, int most) {
        return bySound.getOrDefault(sounds.getOrDefault(c, ""), List.of()).stream().filter(other -> other != c).limit(most).toList();
    }

    private static int frequency(char c) {
        CoreDictionary.Attribute attribute = CoreDictionary.get(String.valueOf(c));
        return attribute == null ? 0 : attribute.totalFrequency;
    }
}
