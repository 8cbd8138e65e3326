package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.RulesDifference.Entry;
import cn.jianwang.rulebook.RulesDifference.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The difference of two rule sets says what a reviewer must know, and is silent only where nothing changed. */
class RulesDifferenceTest {

    @TempDir
    private Path folder;
    private SmallRules rules;
    private RuleSet before;

    @BeforeEach
    void copyTheSmallRules() {
        rules = SmallRules.copyTo(folder);
        before = RuleSet.read(folder).rules();
    }

    private RulesDifference difference() {
        return RulesDifference.between(before, RuleSet.read(folder).rules());
    }

    private String told() {
        return difference().entries().stream().map(Entry::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void anotherSpellingIsNoDifference() {
        rules.replacing("leads/GY01.csv", "污水入河；死鱼", " 污水入河、死鱼").replacing("tags.csv", "2026-01-01", "2026年1月1日");
        assertThat(difference().isEmpty()).isTrue();
        assertThat(difference().summary()).isEqualTo("没有不同");
    }

    @Test
    void cellsAndItemsAreNamed() {
        rules.replacing("leads/GY01.csv", "污水入河；死鱼,,,A", "污水入河；噪声扰民,,,B");
        assertThat(told()).isEqualTo("""
                线索规则 leads/GY01.csv  XS-02  改动
                  须全有：＋噪声扰民 －死鱼
                  档位：A → B""");
    }

    @Test
    void rowsThatComeAndGoAreToldWithWhatTheySay() {
        rules.replacing("scoring.csv", "FZ-01,正式,损害,死鱼,,,30,\n", "FZ-03,正式,损害,死鱼,,,40,\n");
        assertThat(difference().entries()).extracting(Entry::kind, Entry::key)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(Kind.新增, "FZ-03"),
                        org.assertj.core.groups.Tuple.tuple(Kind.删除, "FZ-01"));
        assertThat(told()).contains("分值：＋40", "分值：－30");
        assertThat(difference().summary()).isEqualTo("新增 1 行，删除 1 行");
    }

    @Test
    void aRowThatMovesToAnotherFileIsNotGone() {
        String row = "XS-03,正式,GY01-09,噪声扰民多户,噪声扰民；十户以上,,,B,,生态环境,,,,,十二户都嫌吵,一户嫌吵,甲,乙\n";
        rules.replacing("leads/GY01.csv", row, "").with("leads/GY07.csv", "编号,状态,线索类型,规则名,须全有,须有其一,不得有,档位,依据,主管机关,补充要素,生效日,失效日,说明,正例,反例,起草,复核\n" + row);
        assertThat(told()).isEqualTo("""
                线索规则 leads/GY07.csv  新文件
                线索规则 leads/GY07.csv  XS-03  移位（原在 leads/GY01.csv）""");
    }

    @Test
    void theOrderOfRowsIsToldByTheRowThatMoved() {
        RuleFile file = before.file("lexicon/common.csv").orElseThrow();
        List<List<String>> rows = new java.util.ArrayList<>(file.rows());
        rows.add(rows.remove(0));
        RuleSet after = new RuleSet(before.files().stream().map(f -> f == file ? new RuleFile(file.table(), file.path(), rows) : f).toList());
        assertThat(RulesDifference.between(before, after).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.移位);
            assertThat(entry.key()).isEqualTo(file.rows().get(0).get(0));
        });
    }

    @Property(tries = 300)
    void itIsEmptyExactlyWhereTheSetsAreEqual(@ForAll long seed) {
        RandomRuleSets random = new RandomRuleSets(seed);
        RuleSet one = random.next();
        RuleSet other = random.edited(one);
        assertThat(RulesDifference.between(one, other).isEmpty()).isEqualTo(one.equals(other));
        assertThat(RulesDifference.between(one, one).isEmpty()).isTrue();
    }

    /** Counted from the difference, the rows of one set become the rows of the other. */
    @Property(tries = 300)
    void noRowIsForgotten(@ForAll long seed) {
        RandomRuleSets random = new RandomRuleSets(seed);
        RuleSet one = random.next();
        RuleSet other = random.edited(random.edited(one));
        RulesDifference difference = RulesDifference.between(one, other);
        for (Schema table : Schema.values()) {
            long added = difference.entries().stream().filter(e -> e.table() == table && e.kind() == Kind.新增).count();
            long gone = difference.entries().stream().filter(e -> e.table() == table && e.kind() == Kind.删除).count();
            assertThat(rows(one, table) + added - gone).isEqualTo(rows(other, table));
        }
    }

    private static long rows(RuleSet rules, Schema table) {
        return rules.files(table).stream().mapToLong(file -> file.rows().size()).sum();
    }
}
