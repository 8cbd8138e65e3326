package cn.jianwang.decision;

import cn.jianwang.event.GridEvent;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.NormalText;
import cn.jianwang.language.Term;
import cn.jianwang.language.TextReader;
import cn.jianwang.language.TextReader.RawHit;
import cn.jianwang.rulebook.Rulebook.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Resolves an event to a county: region codes first, then names in the address, then names in the text. Nothing is
 * guessed: where names point to several counties and none decides, there is no answer.
 */
final class Places {

    private static final int COUNTY_DIGITS = 6;
    private static final int COUNTY_LEVEL = 3;

    private final TextReader reader;
    private final Dictionary dictionary;
    private final Map<String, Set<String>> countiesByName = new LinkedHashMap<>();
    private final Set<String> countyCodes = new LinkedHashSet<>();
    private final Set<String> countyNames = new HashSet<>();

    /** @param county six digits; null where unresolved. @param conflict whether code and text disagree */
    record Place(String county, boolean conflict, boolean named) {
    }

    Places(Collection<Region> regions) {
        List<Term> terms = new ArrayList<>();
        for (Region region : regions) {
            if (region.level() < COUNTY_LEVEL || region.name().equals("市辖区")) {
                continue;
            }
            String county = region.code().substring(0, COUNTY_DIGITS);
            if (region.level() == COUNTY_LEVEL) {
                countyCodes.add(county);
                countyNames.add(region.name());
            }
            add(terms, region.name(), county);
            if (!region.ambiguous()) {
                region.aliases().stream().filter(alias -> alias.length() >= 2).forEach(alias -> add(terms, alias, county));
            } else {
                region.aliases().stream().filter(alias -> alias.length() >= 3).forEach(alias -> add(terms, alias, county));
            }
        }
        dictionary = Dictionary.of(terms);
        reader = new TextReader(dictionary);
    }

    Place resolve(GridEvent event) {
        String byCode = byCode(event.region());
        Mentioned address = mentioned(event.occurAddress());
        if (byCode != null) {
            boolean conflict = address.decided != null && !address.decided.equals(byCode);
            return new Place(byCode, conflict, true);
        }
        if (address.decided != null) {
            return new Place(address.decided, false, true);
        }
        Mentioned unit = mentioned(event.respondent() == null ? null : event.respondent().unit());
        if (unit.decided != null) {
            return new Place(unit.decided, false, true);
        }
        Mentioned text = mentioned(event.text());
        return text.decided != null ? new Place(text.decided, false, true)
                : new Place(null, false, address.any || text.any);
    }

    private String byCode(GridEvent.RegionCode region) {
        if (region == null) {
            return null;
        }
        for (String code : new String[] {region.village(), region.town(), region.gridCode(), region.county()}) {
            if (code != null && code.length() >= COUNTY_DIGITS && countyCodes.contains(code.substring(0, COUNTY_DIGITS))) {
                return code.substring(0, COUNTY_DIGITS);
            }
        }
        return null;
    }

    /** @param decided the one county that all names agree on, or null */
    private record Mentioned(String decided, boolean any) {
    }

    private Mentioned mentioned(String text) {
        if (text == null || text.isBlank()) {
            return new Mentioned(null, false);
        }
        Set<String> common = null;
        Set<String> full = new TreeSet<>();
        boolean any = false;
        for (RawHit hit : longest(reader.mentions(NormalText.of(text)))) {
            String name = dictionary.conceptName(hit.concept());
            Set<String> counties = countiesByName.get(name);
            if (counties == null) {
                continue;
            }
            any = true;
            if (countyNames.contains(name)) {
                full.addAll(counties);
            }
            if (common == null) {
                common = new TreeSet<>(counties);
            } else if (common.stream().anyMatch(counties::contains)) {
                common.retainAll(counties);
            } else {
                common.addAll(counties);
            }
        }
        if (full.size() == 1) {
            return new Mentioned(full.iterator().next(), true);
        }
        return new Mentioned(common != null && common.size() == 1 ? common.iterator().next() : null, any);
    }

    /** Drops names inside longer names: 湖南 in 湖南镇. */
    private static List<RawHit> longest(List<RawHit> hits) {
        return hits.stream().filter(h -> hits.stream().noneMatch(o -> o.start() <= h.start() && h.end() <= o.end()
                && o.end() - o.start() > h.end() - h.start())).toList();
    }

    private void add(List<Term> terms, String name, String county) {
        terms.add(new Term(name, name, name.length() <= 2));
        countiesByName.computeIfAbsent(name, n -> new TreeSet<>()).add(county);
    }
}
