package cn.jianwang.retriage;

import cn.jianwang.decision.Decider;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Rulebook;
import java.util.HashMap;
import java.util.Map;

/** What codes are called: domains, lead types, rules, counties. A code without a name stands for itself. */
record Names(Map<String, String> titles) {

    private static final int COUNTY_LEVEL = 3;
    private static final int COUNTY_DIGITS = 6;

    static Names of(Decider decider) {
        Map<String, String> titles = new HashMap<>();
        if (decider instanceof Release release) {
            Rulebook rules = release.rulebook();
            rules.domains().values().forEach(domain -> titles.put(domain.code(), domain.name()));
            rules.leadTypes().values().forEach(type -> titles.put(type.code(), type.name()));
            rules.rows().forEach(row -> titles.put(row.id(), row.name()));
            rules.jurisdictions().forEach(place -> titles.put(place.code(), place.name()));
            rules.regions().stream().filter(region -> region.level() == COUNTY_LEVEL)
                    .forEach(region -> titles.put(region.code().substring(0, COUNTY_DIGITS), region.name()));
        }
        return new Names(titles);
    }

    /** The code with its name behind it. */
    String of(String code) {
        String title = titles.get(code);
        return code.isEmpty() ? "地点不明" : title == null || title.isBlank() ? code : code + " " + title;
    }
}
