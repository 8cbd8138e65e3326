package cn.jianwang.rulebook;

import cn.jianwang.fact.FactPattern;
import cn.jianwang.fact.QuantityRule;
import cn.jianwang.language.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All rules of one folder, checked and immutable. Lists keep the order of files (by name) and rows.
 *
 * @param facts     the closed vocabulary of facts by name
 * @param rows      judging rows of status 正式 and 试行 that are in force
 * @param onTrial   what of the tables that read the text has status 试行; judging rows on trial are among {@code rows}
 * @param examples  正例 and 反例 of all rows that are neither 草稿 nor 停用
 * @param sha256    hash over the paths and bytes of all rule files
 */
public record Rulebook(
        Map<String, FactDefinition> facts,
        List<Term> terms,
        List<FactPattern> patterns,
        List<QuantityRule> quantities,
        List<Row> rows,
        Map<String, Domain> domains,
        Map<String, LeadType> leadTypes,
        Map<String, AgencyKind> agencyKinds,
        List<Power> powers,
        List<Region> regions,
        List<Jurisdiction> jurisdictions,
        Map<String, LegalBasis> legalBasis,
        Map<Urgency, Deadline> deadlines,
        List<ReceiptRow> receipts,
        List<Example> examples,
        OnTrial onTrial,
        String version,
        String sha256) {

    /** The same rules with other judging rows. */
    public Rulebook withRows(List<Row> changed) {
        return copy(terms, patterns, quantities, changed, onTrial);
    }

    /** The same rules with other words and other ways from words to facts. */
    public Rulebook withLanguage(List<Term> otherTerms, List<FactPattern> otherPatterns, List<QuantityRule> otherQuantities) {
        return copy(otherTerms, otherPatterns, otherQuantities, rows, onTrial);
    }

    /** The same rules as if everything of status 试行 were 正式. */
    public Rulebook rehearsed() {
        List<Row> promoted = isOnTrial(rows) ? rows.stream().map(Row::promoted).toList() : rows;
        return copy(join(terms, onTrial.terms), join(patterns, onTrial.patterns), join(quantities, onTrial.quantities), promoted,
                OnTrial.NOTHING);
    }

    /** The same rules as if there were nothing of status 试行. */
    public Rulebook withoutTrials() {
        List<Row> deciding = isOnTrial(rows) ? rows.stream().filter(row -> row.status() == Status.正式).toList() : rows;
        return copy(terms, patterns, quantities, deciding, OnTrial.NOTHING);
    }

    private static boolean isOnTrial(List<Row> rows) {
        return rows.stream().anyMatch(row -> row.status() == Status.试行);
    }

    /** The first list itself where there is nothing to add, so that what was made of it can be shared. */
    private static <T> List<T> join(List<T> some, List<T> more) {
        return more.isEmpty() ? some : Stream.concat(some.stream(), more.stream()).toList();
    }

    private Rulebook copy(List<Term> terms, List<FactPattern> patterns, List<QuantityRule> quantities, List<Row> rows, OnTrial onTrial) {
        return new Rulebook(facts, terms, patterns, quantities, rows, domains, leadTypes, agencyKinds, powers, regions, jurisdictions,
                legalBasis, deadlines, receipts, examples, onTrial, version, sha256);
    }

    /** The ids of everything of status 试行 that has one. */
    public Set<String> idsOnTrial() {
        Set<String> ids = new TreeSet<>();
        onTrial.patterns().forEach(pattern -> ids.add(pattern.id()));
        onTrial.quantities().forEach(rule -> ids.add(rule.id()));
        rows.stream().filter(row -> row.status() == Status.试行).forEach(row -> ids.add(row.id()));
        return ids;
    }

    /** Words, patterns and amounts of status 试行: tried on every text, and never a ground for a decision. */
    public record OnTrial(List<Term> terms, List<FactPattern> patterns, List<QuantityRule> quantities) {

        private static final OnTrial NOTHING = new OnTrial(List.of(), List.of(), List.of());
    }

    /** 事实 with its slot and the sentence that says when it holds. */
    public record FactDefinition(String name, String slot, String note) {
    }

    public record Domain(String code, String name, String line) {
    }

    /**
     * @param domain    the domain that the lead belongs to
     * @param also      domains that every such lead concerns besides, such as minors where a school canteen is bad
     * @param certainty mark of the source (V M S Δ J), empty where none is given
     */
    public record LeadType(String code, String domain, List<String> also, String name, String department, String certainty) {
    }

    /** @param aliases what people call it */
    public record AgencyKind(String name, List<String> aliases) {
    }

    /** 权力清单: who supervises and who punishes. {@code from} and {@code until} nullable. */
    public record Power(String id, Scope leads, String matter, List<String> supervising, List<String> punishing,
                        String county, LocalDate from, LocalDate until, String certainty) {
    }

    /** @param code 12 digits; @param level 2 city, 3 county, 4 town, 5 village */
    public record Region(String code, String name, int level, List<String> aliases, boolean ambiguous) {
    }

    public record Jurisdiction(String id, Scope leads, String county, String code, String name, String certainty) {
    }

    /** One article version. {@code from} and {@code until} nullable: unknown or open. */
    public record LegalBasis(String id, String law, String article, String gist, LocalDate from, LocalDate until,
                             String certainty) {

        /** Whether the version was in force on a day; an unknown day counts as today's law. */
        public boolean inForceOn(LocalDate day) {
            return day == null ? until == null
                    : (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    /** @param amount nullable: no deadline; @param unit 分钟, 小时 or 工作日 */
    public record Deadline(Integer amount, String unit, String certainty) {
    }

    /** @param handoff code or {@code *} */
    public record ReceiptRow(String id, List<String> tiers, String handoff, String status, String text) {
    }

    /** A sentence that must, or must not, make a row hold. The expected evidence stands between 【 and 】. */
    public record Example(String row, String table, String expectation, String text, boolean positive, String file, int line) {
    }
}
