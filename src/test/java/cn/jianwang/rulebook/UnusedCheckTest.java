package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianwang.language.Cue;
import cn.jianwang.language.Term;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What has no use can be taken out and the rules stay sound; what has a use cannot. Each fact, concept and legal basis of
 * the small rules is taken out in turn.
 */
class UnusedCheckTest {

    private static final Set<String> CUES = Arrays.stream(Cue.values()).map(Cue::name).collect(Collectors.toSet());

    @TempDir
    private Path folder;
    private SmallRules rules;
    private RulebookReader.Result whole;

    @BeforeEach
    void readTheSmallRules() {
        rules = SmallRules.copyTo(folder).with("lexicon/unused.csv", "词语,概念,匹配,状态,来源\n油花,油花词,字串,正式,测试\n")
                .overlay(Path.of("src/test/resources/broken-rules/W06"))
                .overlay(Path.of("src/test/resources/broken-rules/W04"));
        whole = rules.inspect();
        assertThat(whole.problems()).isEmpty();
    }

    private Set<String> reported(Mistake mistake) {
        return whole.reminders().stream().filter(problem -> problem.code().equals(mistake.name()))
                .map(problem -> mistake == Mistake.W05 ? conceptOf(problem.row()) : problem.row())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String conceptOf(String word) {
        return whole.rulebook().terms().stream().filter(term -> term.word().equals(word)).findFirst().orElseThrow().concept();
    }

    /** Takes rows out of the files of a table. */
    private boolean soundWithout(List<String> files, Predicate<String> line) {
        SmallRules.copyTo(folder).overlay(Path.of("src/test/resources/broken-rules/W06"));
        files.forEach(file -> rules.keeping(file, line.negate()));
        return rules.inspect().isSound();
    }

    @Test
    void aFactHasAUseWhereARowBreaksWithoutIt() {
        Set<String> unused = new TreeSet<>();
        for (String fact : whole.rulebook().facts().keySet()) {
            if (!FieldFact.all().contains(fact) && soundWithout(List.of("vocabulary/facts/common.csv", "vocabulary/facts/broken.csv",
                    "fact-patterns/common.csv", "quantities.csv", "derived-facts.csv"), line -> names(line, 0, fact) || names(line, 2, fact))) {
                unused.add(fact);
            }
        }
        assertThat(reported(Mistake.W04)).isEqualTo(unused).isNotEmpty();
    }

    @Test
    void aConceptHasAUseWhereARowBreaksWithoutIt() {
        Set<String> unused = new TreeSet<>();
        for (String concept : whole.rulebook().terms().stream().map(Term::concept).distinct().toList()) {
            if (!CUES.contains(concept)
                && soundWithout(List.of("lexicon/common.csv", "lexicon/unused.csv"), line -> names(line, 1, concept))) {
                unused.add(concept);
            }
        }
        assertThat(reported(Mistake.W05)).isEqualTo(unused).contains("油花词");
    }

    @Test
    void aLegalBasisHasAUseWhereARowBreaksWithoutIt() {
        Set<String> unused = new TreeSet<>();
        for (String basis : whole.rulebook().legalBasis().keySet()) {
            if (soundWithout(List.of("legal-basis.csv"), line -> names(line, 0, basis))) {
                unused.add(basis);
            }
        }
        assertThat(reported(Mistake.W06)).isEqualTo(unused).containsExactly("YJ-新法-2");
    }

    @Test
    void aFactThatHasAUseNeedsASource() {
        Set<String> missed = new TreeSet<>();
        for (String fact : whole.rulebook().facts().keySet()) {
            if (!soundWithout(List.of("fact-patterns/common.csv", "quantities.csv", "derived-facts.csv"), line -> names(line, 2, fact))) {
                assertThat(rules.inspect().problems()).extracting(Problem::code, Problem::row).containsExactly(tuple("E15", fact));
                missed.add(fact);
            }
        }
        Set<String> used = new TreeSet<>(whole.rulebook().facts().keySet());
        used.removeAll(reported(Mistake.W04));
        used.removeAll(FieldFact.all());
        assertThat(missed).isEqualTo(used);
    }

    @Test
    void aConceptThatHasAUseNeedsAWordThatDecides() {
        for (String concept : whole.rulebook().terms().stream().map(Term::concept).distinct().toList()) {
            SmallRules.copyTo(folder);
            rules.rewriting("lexicon/common.csv", line -> names(line, 1, concept) ? line.replace(",正式,", ",草稿,") : line);
            boolean used = !reported(Mistake.W05).contains(concept) && !CUES.contains(concept);
            assertThat(rules.inspect().problems()).extracting(Problem::code).isEqualTo(used ? List.of("E14") : List.of());
        }
    }

    private static boolean names(String line, int cell, String name) {
        String[] cells = line.split(",", -1);
        return cells.length > cell && cells[cell].equals(name);
    }
}
