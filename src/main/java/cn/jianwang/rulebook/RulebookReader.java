package cn.jianwang.rulebook;

import cn.jianwang.fact.FactPattern;
import cn.jianwang.fact.QuantityRule;
import cn.jianwang.language.Cue;
import cn.jianwang.language.Quantity;
import cn.jianwang.language.Term;
import cn.jianwang.rulebook.Rulebook.AgencyKind;
import cn.jianwang.rulebook.Rulebook.Deadline;
import cn.jianwang.rulebook.Rulebook.Domain;
import cn.jianwang.rulebook.Rulebook.Example;
import cn.jianwang.rulebook.Rulebook.FactDefinition;
import cn.jianwang.rulebook.Rulebook.Jurisdiction;
import cn.jianwang.rulebook.Rulebook.LeadType;
import cn.jianwang.rulebook.Rulebook.LegalBasis;
import cn.jianwang.rulebook.Rulebook.Power;
import cn.jianwang.rulebook.Rulebook.ReceiptRow;
import cn.jianwang.rulebook.Rulebook.Region;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a rules folder. All problems are found in one pass; rows with errors are left out of the result. */
public final class RulebookReader {

    /** Rows of these are checked, and their examples are not tried: no row stands behind them. */
    private static final Set<String> IDLE = Set.of(Status.草稿.name(), Status.停用.name());

    private final List<Problem> problems;
    private final Map<Schema, List<TableRow>> tables;
    private final LocalDate today;

    private RulebookReader(Map<Schema, List<TableRow>> tables, List<Problem> problems, LocalDate today) {
        this.tables = tables;
        this.problems = problems;
        this.today = today;
    }

    /**
     * What was read; usable only where {@link #isSound()}.
     *
     * @param problems  all errors, sorted
     * @param reminders what does no harm but should be looked at, sorted
     */
    public record Result(Rulebook rulebook, List<Problem> problems, List<Problem> reminders) {

        public boolean isSound() {
            return problems.isEmpty();
        }
    }

    /** Reads a folder that must be sound. @throws RulesException with every problem */
    public static Rulebook read(Path root) {
        Result result = inspect(root);
        if (!result.isSound()) {
            throw new RulesException(result.problems());
        }
        return result.rulebook();
    }

    /** Reads a folder and reports. */
    public static Result inspect(Path root) {
        return inspect(root, LocalDate.now());
    }

    /** Reads a folder as it is on a day. */
    static Result inspect(Path folder, LocalDate today) {
        Path root = folder.toAbsolutePath().normalize();
        List<Problem> problems = new ArrayList<>();
        Map<Schema, List<TableRow>> tables = tables(root, problems);
        problems.addAll(new StrayFiles(root).problems());
        return new RulebookReader(tables, problems, today).run(RulesFolder.version(root), RulesFolder.sha256(root), true);
    }

    /** The rows of all tables as they are written. */
    static Map<Schema, List<TableRow>> tables(Path root, List<Problem> problems) {
        Map<Schema, List<TableRow>> tables = new EnumMap<>(Schema.class);
        TableReader reader = new TableReader(root, problems);
        for (Schema schema : Schema.values()) {
            tables.put(schema, reader.read(schema));
        }
        return tables;
    }

    /** Checks the cells, references and derivations of tables that were read before. The map is changed. */
    static Result inspect(Map<Schema, List<TableRow>> tables, String version, String sha256) {
        return new RulebookReader(tables, new ArrayList<>(), LocalDate.now()).run(version, sha256, false);
    }

    /** @param compare whether rows are checked against each other, too */
    private Result run(String version, String sha256, boolean compare) {
        Tables asWritten = new Tables(tables);
        keepSoundRows();
        Map<String, FactDefinition> facts = byKey(Schema.事实词表,
                r -> new FactDefinition(r.get("事实"), r.get("槽"), r.get("说明")));
        Map<String, LeadType> leadTypes = byKey(Schema.线索类型词表, RulebookReader::leadType);
        List<JudgedRow> judged = new RowReader(tables, leadTypes, facts.keySet()).rows();
        List<Row> rows = judged.stream().filter(row -> row.isInForceOn(today)).map(JudgedRow::row).toList();
        Rulebook rulebook = new Rulebook(facts, terms(Status.正式), patterns(Status.正式), quantities(Status.正式), rows,
                byKey(Schema.领域词表, r -> new Domain(r.get("编码"), r.get("名称"), r.get("业务条线"))), leadTypes,
                byKey(Schema.机关词表, r -> new AgencyKind(r.get("名称"), r.list("别称"))), powers(), regions(), jurisdictions(),
                byKey(Schema.法律依据, RulebookReader::basis), deadlines(), receipts(), examples(),
                new Rulebook.OnTrial(terms(Status.试行), patterns(Status.试行), quantities(Status.试行)), version, sha256);
        RulebookChecks checks = new RulebookChecks(tables, rulebook);
        problems.addAll(checks.problems());
        if (problems.stream().noneMatch(problem -> problem.file().equals(Schema.分流表.path()))) {
            problems.addAll(new LastRouteCheck(tables.get(Schema.分流表)).problems());
        }
        if (compare) {
            compare(rulebook, judged, asWritten, checks.derivationsAreSound());
        }
        Map<Boolean, List<Problem>> refusing = problems.stream().sorted()
                .collect(Collectors.partitioningBy(Problem::isRefusing));
        return new Result(rulebook, refusing.get(true), refusing.get(false));
    }

    private void compare(Rulebook rulebook, List<JudgedRow> judged, Tables asWritten, boolean derivationsAreSound) {
        if (derivationsAreSound) {
            problems.addAll(new Analysis(judged, rulebook.leadTypes().values(), today).problems());
        }
        problems.addAll(new FirstFitCheck(tables, rulebook.leadTypes().values()).problems());
        Set<String> wrongCells = problems.stream().map(problem -> problem.file() + " " + problem.cell()).collect(Collectors.toSet());
        new VocabularyCheck(asWritten).problems().stream()
                .filter(problem -> !wrongCells.contains(problem.file() + " " + problem.cell())).forEach(problems::add);
        problems.addAll(new SourceCheck(asWritten).problems());
        problems.addAll(new WordCheck(asWritten).problems());
        problems.addAll(new DuplicateTermCheck(asWritten).problems());
        problems.addAll(new UnusedCheck(asWritten).problems());
        problems.addAll(new LegalBasisCheck(new Tables(tables), today).problems());
    }

    private void keepSoundRows() {
        Set<String> concepts = new LinkedHashSet<>();
        for (Cue cue : Cue.values()) {
            concepts.add(cue.name());
        }
        tables.get(Schema.词库).forEach(r -> concepts.add(r.get("概念")));
        References references = new References(problems, keys(Schema.事实词表), concepts, keys(Schema.领域词表),
                keys(Schema.线索类型词表), keys(Schema.法律依据));
        tables.replaceAll((schema, rows) -> rows.stream().filter(references::accepts).toList());
    }

    private List<String> keys(Schema schema) {
        return tables.get(schema).stream().map(TableRow::key).toList();
    }

    private <T> Map<String, T> byKey(Schema schema, Function<TableRow, T> make) {
        Map<String, T> map = new LinkedHashMap<>();
        for (TableRow row : tables.get(schema)) {
            if (map.putIfAbsent(row.key(), make.apply(row)) != null) {
                problems.add(row.problem(Mistake.E06, schema.key(), "「" + row.key() + "」出现了两次", "只留一行"));
            }
        }
        return java.util.Collections.unmodifiableMap(map);
    }

    private List<Term> terms(Status status) {
        return tables.get(Schema.词库).stream().filter(r -> r.get("状态").equals(status.name()))
                .map(r -> new Term(r.get("词语"), r.get("概念"), r.get("匹配").equals("整词"))).distinct().toList();
    }

    private List<FactPattern> patterns(Status status) {
        return tables.get(Schema.事实识别).stream().filter(r -> r.get("状态").equals(status.name()))
                .map(r -> new FactPattern(r.key(), r.get("事实"), set(r, "主体"), set(r, "行为"), set(r, "对象"), set(r, "排斥"),
                        FactPattern.Range.valueOf(r.get("范围")), r.get("遇否定").equals("照样成立"),
                        r.get("遇非实").equals("照样成立")))
                .toList();
    }

    private List<QuantityRule> quantities(Status status) {
        return tables.get(Schema.数量识别).stream().filter(r -> r.get("状态").equals(status.name()))
                .map(r -> new QuantityRule(r.key(), r.get("事实"), Quantity.Kind.valueOf(r.get("量类")),
                        References.number(r.get("下限")).orElse(0.0),
                        References.number(r.get("上限")).orElse(Double.POSITIVE_INFINITY), set(r, "同分句词组"),
                        set(r, "排斥词组")))
                .toList();
    }

    private List<Power> powers() {
        return tables.get(Schema.权力清单).stream()
                .map(r -> new Power(r.key(), new Scope(r.list("线索类型")), r.get("事项"), r.list("监管主管"), r.list("处罚实施"),
                        r.get("适用县"), date(r, "生效日"), date(r, "失效日"), r.get("可信度")))
                .toList();
    }

    private List<Region> regions() {
        return tables.get(Schema.区划表).stream()
                .map(r -> new Region(r.get("编码"), r.get("名称"), References.number(r.get("级别")).orElse(0.0).intValue(),
                        r.list("别称"), r.get("歧义").equals("1")))
                .toList();
    }

    private List<Jurisdiction> jurisdictions() {
        return tables.get(Schema.管辖表).stream().filter(RulebookReader::decides)
                .map(r -> new Jurisdiction(r.key(), new Scope(r.list("适用线索")), r.get("适用县"), r.get("检察院编码"),
                        r.get("检察院名称"), r.get("可信度")))
                .toList();
    }

    private static LeadType leadType(TableRow row) {
        List<String> domains = VocabularyCheck.names(row, "领域");
        return new LeadType(row.get("编码"), domains.get(0), domains.subList(1, domains.size()), row.get("名称"), row.get("承办部门"),
                row.get("可信度"));
    }

    private static LegalBasis basis(TableRow r) {
        return new LegalBasis(r.key(), r.get("法律名称"), r.get("条"), r.get("要旨"), date(r, "施行日"), date(r, "失效日"),
                r.get("可信度"));
    }

    private Map<Urgency, Deadline> deadlines() {
        Map<Urgency, Deadline> map = new EnumMap<>(Urgency.class);
        for (TableRow r : tables.get(Schema.紧急时限)) {
            Integer amount = References.number(r.get("时限")).map(Double::intValue).orElse(null);
            map.put(Urgency.valueOf(r.get("级别")), new Deadline(amount, r.get("单位"), r.get("可信度")));
        }
        return java.util.Collections.unmodifiableMap(map);
    }

    private List<ReceiptRow> receipts() {
        return tables.get(Schema.对外回执).stream().filter(RulebookReader::decides)
                .map(r -> new ReceiptRow(r.key(), r.list("档位"), r.get("移送去向"), r.get("回执状态"), r.get("回执文本"))).toList();
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        tables.forEach((schema, rows) -> {
            for (TableRow row : rows) {
                if (!IDLE.contains(row.get("状态"))) {
                    row.examples("正例").forEach(text -> examples.add(example(row, text, true)));
                    row.examples("反例").forEach(text -> examples.add(example(row, text, false)));
                }
            }
        });
        return List.copyOf(examples);
    }

    private static Example example(TableRow row, String text, boolean positive) {
        String expectation = row.schema() == Schema.线索规则 ? row.get("线索类型") : row.get("事实");
        return new Example(row.key(), row.schema().name(), expectation, text, positive, row.file(), row.line());
    }

    private static boolean decides(TableRow row) {
        return row.get("状态").equals(Status.正式.name());
    }

    private static Set<String> set(TableRow row, String column) {
        return new LinkedHashSet<>(row.list(column));
    }

    private static LocalDate date(TableRow row, String column) {
        return References.date(row.get(column)).orElse(null);
    }
}
