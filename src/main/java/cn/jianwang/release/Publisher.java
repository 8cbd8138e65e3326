package cn.jianwang.release;

import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RuleLine;
import cn.jianwang.rulebook.RulesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a release of a working folder. What passes the gates is a copy taken at the start, so that an edit meanwhile is
 * neither published nor checked.
 */
public final class Publisher {

    private static final String CHECK = "检查";
    private static final String RULES = "rules";
    private static final String CASES = "test-cases";

    private final ReleaseShelf shelf;
    private final Journal journal;
    private final List<Gate> gates;
    private final Clock clock;

    /** @param gates that come after those which every release must pass: 签字, 检查, 改动, 编号, 降级 */
    public Publisher(ReleaseShelf shelf, List<Gate> gates, Clock clock) {
        this.shelf = shelf;
        this.journal = new Journal(shelf);
        this.gates = Stream.concat(Stream.of(new ChangeGate(), new IdentityGate(), new DemotionGate()), gates.stream()).toList();
        this.clock = clock;
    }

    /** What a gate found. */
    public record Finding(String gate, String text) {
    }

    /**
     * How it ended.
     *
     * @param release  null where it was refused
     * @param loaded   the release, ready to serve; null where it was refused
     * @param findings of all gates; empty where it was published
     */
    public record Outcome(PublishedRelease release, Release loaded, List<Finding> findings) {

        public boolean published() {
            return findings.isEmpty();
        }
    }

    /**
     * Publishes, or tells everything that stands in the way.
     *
     * @param cases   folder of test cases; may be absent
     * @param actor   who does it, for the journal; not necessarily one of those who sign
     * @param hold    whether the new release is only to lie on the shelf; otherwise it is named as the active one
     * @param current a release whose compiled mechanics may be shared; null where there is none
     */
    public Outcome publish(Path rules, Path cases, Submission submission, String actor, boolean hold, Release current) {
        Outcome outcome = shelf.alone(() -> {
            Path staged = shelf.stage();
            try {
                ReleaseShelf.copy(rules, staged.resolve(RULES));
                if (Files.isDirectory(cases)) {
                    ReleaseShelf.copy(cases, staged.resolve(CASES));
                }
                return examine(staged, rules, submission, hold, current);
            } finally {
                if (Files.exists(staged)) {
                    ReleaseShelf.discard(staged);
                }
            }
        });
        record(outcome, submission, actor, hold);
        return outcome;
    }

    private void record(Outcome outcome, Submission submission, String actor, boolean hold) {
        if (outcome.published()) {
            journal.done("发布", actor, outcome.release().version(), submission.note());
            if (!hold) {
                journal.done("启用", actor, outcome.release().version(), submission.note());
            }
        } else {
            journal.refused("发布", actor, "", outcome.findings().stream().map(f -> f.gate() + "：" + f.text()).collect(Collectors.joining("\n")));
        }
    }

    private Outcome examine(Path staged, Path working, Submission submission, boolean hold, Release current) {
        Path rules = staged.resolve(RULES);
        Optional<PublishedRelease> previous = shelf.newest().map(shelf::release);
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        String before = previous.map(PublishedRelease::version).orElseGet(() -> ReleaseSheet.versionOf(rules));
        String version = shelf.nextVersion(before, YearMonth.from(now));
        List<Finding> findings = new ArrayList<>();
        SignatureGate.findings(submission).forEach(text -> findings.add(new Finding(SignatureGate.NAME, text)));
        nameVersion(rules, version);
        Release loaded = load(rules, current, findings);
        if (loaded == null) {
            return new Outcome(null, null, List.copyOf(findings));
        }
        List<RuleLine> lines = RuleLine.readAll(rules);
        List<RuleLine> old = previous.map(release -> RuleLine.readAll(release.rules())).orElse(List.of());
        Ledger ledger = previous.map(release -> Ledger.read(release.folder())).orElse(Ledger.EMPTY);
        Candidate candidate = new Candidate(rules, staged.resolve(CASES), loaded, lines, previous, old, ledger, submission);
        for (Gate gate : gates) {
            gate.findings(candidate).forEach(text -> findings.add(new Finding(gate.name(), text)));
        }
        if (!findings.isEmpty()) {
            loaded.close();
            return new Outcome(null, null, List.copyOf(findings));
        }
        ChangeLevel level = previous.isEmpty() || mechanicsChanged(rules, previous.get()) ? ChangeLevel.主要 : ChangeLevel.between(old, lines);
        PublishedRelease release = new PublishedRelease(version, before, submission.note(), level, loaded.release().sha256(),
                submission.author(), submission.reviewer(), now, shelf.root().resolve(version));
        ReleaseSheet.write(rules, release, Stream.concat(Stream.of(SignatureGate.NAME, CHECK), gates.stream().map(Gate::name)).toList());
        ledger.with(lines, version).write(staged);
        Optional<String> active = shelf.active();
        shelf.keep(staged, version);
        shelf.activate(hold ? active.orElse(ReleaseShelf.NOTHING) : version);
        copySheet(release, working);
        return new Outcome(release, loaded, List.of());
    }

    /** A release is loaded once and serves as it was loaded, so it must know its version before it is published. */
    private static void nameVersion(Path rules, String version) {
        try {
            Files.writeString(rules.resolve(ReleaseSheet.FILE), "版本: " + version + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Release load(Path rules, Release current, List<Finding> findings) {
        try {
            return current == null ? Release.load(rules) : current.loadNext(rules);
        } catch (RulesException refused) {
            refused.problems().stream().map(Problem::toString).forEach(text -> findings.add(new Finding(CHECK, text)));
            return null;
        }
    }

    private static boolean mechanicsChanged(Path rules, PublishedRelease previous) {
        return !Release.mechanicsOf(rules).equals(Release.mechanicsOf(previous.rules()));
    }

    /** The sheet goes into the working folder too, so that the next reader of the files sees what they were published as. */
    private static void copySheet(PublishedRelease release, Path working) {
        try {
            Path copy = Files.createTempFile(working, ".release", ".yaml");
            Files.writeString(copy, Files.readString(release.rules().resolve(ReleaseSheet.FILE)));
            Files.move(copy, working.resolve(ReleaseSheet.FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
