package cn.jianwang.difference;

import cn.jianwang.event.GridEvent;
import cn.jianwang.language.NormalText;
import cn.jianwang.rulebook.RuleTables.Entry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which edits can have a part in the decision on one event, whichever of the other edits are applied. It errs on the safe
 * side: a word counts where its letters stand in the text, a fact where some form of some pattern could find it, a row
 * where some form of it could hold. What is left out cannot change the decision. Safe for many threads.
 */
final class Relevance {

    private static final Set<String> CONDITIONAL = Set.of("事实推导", "排除规则", "线索规则", "成案指数", "移送去向", "档位规则", "紧急程度",
            "分流表", "专项标签");
    private static final Set<String> SCOPED = Set.of("档位规则", "紧急程度", "分流表", "专项标签", "管辖表", "权力清单");
    /** Tables that only say which names may be chosen. */
    private static final Set<String> UNREAD = Set.of("部门词表", "机关词表");
    private static final int COUNTY_DIGITS = 6;

    private final RuleEdits edits;
    private final Map<String, List<Slot>> lexicon = new HashMap<>();
    private final List<Row> patterns;
    private final List<Row> quantities;
    private final List<Row> derivations;
    private final List<Row> leads;
    private final Map<String, Set<String>> domainsOf = new HashMap<>();
    private final List<Row> edited = new ArrayList<>();

    /** A slot with the items of its cells, in every form that it can have. */
    private record Row(String table, Slot slot, Map<String, List<Set<String>>> cells) {

        static Row of(String table, Slot slot, String... columns) {
            Map<String, List<Set<String>>> cells = new HashMap<>();
            for (String column : columns) {
                cells.put(column, slot.forms().stream().map(form -> (Set<String>) new LinkedHashSet<>(form.items(column))).distinct().toList());
            }
            return new Row(table, slot, cells);
        }

        boolean someForm(String column, Predicate<Set<String>> test) {
            return cells.get(column).stream().anyMatch(test);
        }

        List<String> all(String column) {
            return cells.get(column).stream().flatMap(Set::stream).distinct().toList();
        }

        boolean canHold(Set<String> facts) {
            return someForm("须全有", facts::containsAll) && someForm("须有其一", any -> any.isEmpty() || meet(any, facts));
        }

        boolean canCover(Set<String> leads) {
            return someForm(cells.containsKey("适用线索") ? "适用线索" : "线索类型", scope -> scope.contains("*") || meet(scope, leads));
        }
    }

    /** What may be found in one event. */
    private record Possible(Set<String> concepts, Set<String> facts, Set<String> leads, Set<String> basis) {
    }

    Relevance(RuleEdits edits) {
        this.edits = edits;
        edits.slots(TableEdits.LEXICON).forEach(slot -> slot.forms().stream().map(form -> Wordings.piece(form.key())).distinct()
                .forEach(piece -> lexicon.computeIfAbsent(piece, p -> new ArrayList<>()).add(slot)));
        patterns = rows("事实识别", "事实", "主体", "行为", "对象");
        quantities = rows("数量识别", "事实", "同分句词组");
        derivations = rows("事实推导", "事实", "须全有", "须有其一");
        leads = rows("线索规则", "线索类型", "须全有", "须有其一", "依据");
        edits.slots("线索类型词表").forEach(slot -> slot.forms().forEach(form ->
                domainsOf.computeIfAbsent(form.key(), k -> new HashSet<>()).add(form.get("领域"))));
        for (TableEdits table : edits.tables()) {
            String name = table.table();
            List<String> columns = new ArrayList<>();
            if (CONDITIONAL.contains(name)) {
                columns.addAll(List.of("须全有", "须有其一"));
            }
            if (SCOPED.contains(name)) {
                columns.add(name.equals("权力清单") ? "线索类型" : "适用线索");
            }
            if (name.equals("事实识别")) {
                columns.addAll(List.of("主体", "行为", "对象"));
            }
            if (name.equals("数量识别")) {
                columns.add("同分句词组");
            }
            table.slots().stream().filter(Slot::edited)
                    .forEach(slot -> edited.add(Row.of(name, slot, columns.toArray(String[]::new))));
        }
    }

    private List<Row> rows(String table, String... columns) {
        return edits.slots(table).stream().map(slot -> Row.of(table, slot, columns)).toList();
    }

    /**
     * @param pieces literal pieces of words that the event holds
     * @param seen   facts that the event has under the old or the new rules
     */
    BitSet of(GridEvent event, Set<String> pieces, Collection<String> seen) {
        Possible possible = possible(event, pieces, seen);
        BitSet relevant = new BitSet();
        if (edits.mechanics() != Slot.NONE) {
            relevant.set(edits.mechanics());
        }
        for (Row row : edited) {
            if (matters(row, event, pieces, possible)) {
                row.slot.edits().forEach(relevant::set);
            }
        }
        return relevant;
    }

    private Possible possible(GridEvent event, Set<String> pieces, Collection<String> seen) {
        Set<String> concepts = new HashSet<>();
        for (String piece : pieces) {
            lexicon.getOrDefault(piece, List.of()).forEach(slot -> slot.forms().forEach(form -> concepts.add(form.get("概念"))));
        }
        Set<String> facts = new HashSet<>(seen);
        patterns.stream().filter(row -> canFind(row, concepts)).forEach(row -> facts.addAll(row.all("事实")));
        quantities.stream().filter(row -> canCount(row, event, concepts)).forEach(row -> facts.addAll(row.all("事实")));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Row row : derivations) {
                grown |= row.canHold(facts) && facts.addAll(row.all("事实"));
            }
        }
        Set<String> found = new HashSet<>();
        Set<String> basis = new HashSet<>();
        for (Row row : leads) {
            if (row.canHold(facts)) {
                row.all("线索类型").forEach(type -> {
                    found.add(type);
                    found.addAll(domainsOf.getOrDefault(type, Set.of()));
                });
                basis.addAll(row.all("依据"));
            }
        }
        return new Possible(concepts, facts, found, basis);
    }

    private static boolean canFind(Row pattern, Set<String> concepts) {
        return Stream.of("主体", "行为", "对象").allMatch(column -> pattern.someForm(column, group -> group.isEmpty() || meet(group, concepts)));
    }

    private static boolean canCount(Row quantity, GridEvent event, Set<String> concepts) {
        return event.personCount() != null || event.amount() != null
               || quantity.someForm("同分句词组", near -> near.isEmpty() || meet(near, concepts));
    }

    private boolean matters(Row row, GridEvent event, Set<String> pieces, Possible possible) {
        List<Entry> forms = row.slot.forms();
        if (CONDITIONAL.contains(row.table) && !row.canHold(possible.facts)
            || SCOPED.contains(row.table) && !row.canCover(possible.leads)) {
            return false;
        }
        return switch (row.table) {
            case TableEdits.LEXICON -> forms.stream().anyMatch(form -> pieces.contains(Wordings.piece(form.key())));
            case "事实识别" -> canFind(row, possible.concepts);
            case "数量识别" -> canCount(row, event, possible.concepts);
            case "事实词表" -> possible.facts.contains(forms.get(0).key());
            case "领域词表", "线索类型词表" -> possible.leads.contains(forms.get(0).key());
            case "法律依据" -> possible.basis.contains(forms.get(0).key());
            case "区划表" -> forms.stream().anyMatch(form -> names(form, event));
            default -> !UNREAD.contains(row.table);
        };
    }

    /** Whether an event names a region or has its code. */
    private static boolean names(Entry region, GridEvent event) {
        String unit = event.respondent() == null ? null : event.respondent().unit();
        List<String> texts = Stream.of(event.occurAddress(), unit, event.text()).filter(Objects::nonNull)
                .map(text -> NormalText.of(text).text()).toList();
        List<String> names = new ArrayList<>(region.items("别称"));
        names.add(region.get("名称"));
        if (names.stream().map(name -> NormalText.of(name).text()).anyMatch(name -> texts.stream().anyMatch(text -> text.contains(name)))) {
            return true;
        }
        GridEvent.RegionCode code = event.region();
        return code != null && Stream.of(code.county(), code.town(), code.village(), code.gridCode()).filter(Objects::nonNull)
                .anyMatch(c -> c.length() >= COUNTY_DIGITS && region.key().startsWith(c.substring(0, COUNTY_DIGITS)));
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }
}
