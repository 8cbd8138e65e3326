package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.Corruption.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 seeded corruptions of the shipped files, one at a time. None crashes anything, and none changes silently what the
 * rules mean. For each of them one of three things holds:
 * <ol>
 * <li>it is <b>refused</b>: the check tells a problem, so that no release is made of it;
 * <li>the rules mean the <b>same</b>: rows, words, patterns, vocabularies and all the rest are equal to those before;
 * <li>it is a <b>visible</b> edit: the file says something else that someone could have meant, nothing tells it from an
 * edit, and the difference between the rule sets, which a reviewer sees, is not empty and names that file.
 * </ol>
 * The harm that can be told from every edit must not get as far as the third: a changed encoding and a spreadsheet that
 * saves again must be the same, garbled text and codes in scientific notation must be refused.
 */
class CorruptionTest {

    private static final int CORRUPTIONS = 200;
    private static final Path SHIPPED = Path.of("rules");

    @TempDir
    private Path folder;
    private final RuleSet shipped = RuleSet.read(SHIPPED).rules();
    private final Map<String, Base> bases = new HashMap<>();

    /** What the rules are while a file is as it was shipped. */
    private record Base(Rulebook meaning, RuleSet rules) {
    }

    @Test
    void nothingIsAcceptedSilentlyWithAnotherMeaning() throws IOException {
        layOut();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        SoftAssertions softly = new SoftAssertions();
        for (int seed = 0; seed < CORRUPTIONS; seed++) {
            Random random = new Random(seed);
            Corruption corruption = Corruption.values()[seed % Corruption.values().length];
            RuleFile file = any(random);
            byte[] bytes = Files.readAllBytes(SHIPPED.resolve(file.path()));
            String name = corruption + " of " + file.path() + ", seed " + seed;
            try {
                Base base = base(file, bytes);
                Files.write(folder.resolve(file.path()), corruption.of(file, bytes, random));
                Outcome outcome = outcome(softly, name, file, base);
                softly.assertThat(corruption.allows(outcome)).as("%s was %s", name, outcome).isTrue();
                outcomes.merge(outcome, 1, Integer::sum);
            } catch (RuntimeException crash) {
                softly.fail(name + " crashed", crash);
            }
            lay(file);
        }
        softly.assertAll();
        assertThat(outcomes).as("all three happen").containsKeys(Outcome.values());
        assertThat(outcomes.get(Outcome.REFUSED)).as("most of the harm is refused: %s", outcomes).isGreaterThan(CORRUPTIONS / 3);
    }

    private Outcome outcome(SoftAssertions softly, String name, RuleFile file, Base base) {
        RulebookReader.Result result = RulebookReader.inspect(folder);
        RuleSet.Reading reading = RuleSet.read(folder);
        RulesFormat.Plan format = RulesFormat.plan(folder, reading);
        softly.assertThat(format.changes()).as("%s: a file that is not whole is not written over", name)
                .noneMatch(change -> reading.damaged().contains(change.path()));
        RulesDifference difference = RulesDifference.between(base.rules(), reading.rules());
        if (!result.isSound()) {
            softly.assertThat(result.problems()).as(name).allSatisfy(problem -> {
                assertThat(problem.message()).isNotBlank();
                assertThat(problem.mend()).isNotBlank();
            });
            return Outcome.REFUSED;
        }
        softly.assertThat(difference.entries()).as("%s: only this file differs", name)
                .allMatch(entry -> entry.file().equals(file.path()));
        if (meaning(result.rulebook()).equals(base.meaning())) {
            return Outcome.SAME;
        }
        softly.assertThat(difference.entries()).as("%s: another meaning is told", name).isNotEmpty();
        return Outcome.VISIBLE;
    }

    /** A rulebook without what tells files and lines, and not meanings. */
    private static Rulebook meaning(Rulebook read) {
        List<Rulebook.Example> examples = read.examples().stream().map(e -> new Rulebook.Example(e.row(), e.table(), e.expectation(),
                e.text(), e.positive(), "", 0)).toList();
        return new Rulebook(read.facts(), read.terms(), read.patterns(), read.quantities(), read.rows(), read.domains(), read.leadTypes(),
                read.agencyKinds(), read.powers(), read.regions(), read.jurisdictions(), read.legalBasis(), read.deadlines(),
                read.receipts(), examples, read.onTrial(), "", "");
    }

    private RuleFile any(Random random) {
        List<RuleFile> files = shipped.files().stream().filter(file -> !file.rows().isEmpty()).toList();
        return files.get(random.nextInt(files.size()));
    }

    private Base base(RuleFile file, byte[] bytes) throws IOException {
        String kind = file.table() == Schema.词库 ? file.path() : "";
        if (!bases.containsKey(kind)) {
            Files.write(folder.resolve(file.path()), bytes);
            RulebookReader.Result result = RulebookReader.inspect(folder);
            assertThat(result.problems()).isEmpty();
            bases.put(kind, new Base(meaning(result.rulebook()), RuleSet.read(folder).rules()));
        }
        return bases.get(kind);
    }

    /**
     * The shipped files; of the lexicon, which would make each of the readings slow, one word of each word group in each
     * file. The file that comes to harm is always the shipped one.
     */
    private void layOut() throws IOException {
        for (RuleFile file : shipped.files()) {
            Files.createDirectories(folder.resolve(file.path()).getParent());
            lay(file);
        }
    }

    private void lay(RuleFile file) throws IOException {
        if (file.table() != Schema.词库) {
            Files.copy(SHIPPED.resolve(file.path()), folder.resolve(file.path()), StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Set<String> seen = new HashSet<>();
        var rows = file.rows().stream().filter(row -> seen.add(row.get(1))).toList();
        Files.write(folder.resolve(file.path()), new RuleFile(file.table(), file.path(), rows).bytes());
    }
}
