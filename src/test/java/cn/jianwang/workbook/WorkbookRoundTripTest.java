package cn.jianwang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.rulebook.RandomRuleSets;
import cn.jianwang.rulebook.RuleSet;
import cn.jianwang.rulebook.RulesDifference;
import cn.jianwang.rulebook.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** import(export(x)) == x: the workbook is a view that loses nothing. */
class WorkbookRoundTripTest {

    @Property(tries = 60)
    void whatIsExportedComesBack(@ForAll long seed) throws IOException {
        Path work = Files.createTempDirectory("round");
        try {
            RuleSet rules = new RandomRuleSets(seed).next();
            WorkbookReader.Content content = WorkbookReader.read(Workbooks.exported(work.resolve("规则.xlsx"), rules));
            assertThat(content.problems()).isEmpty();
            assertThat(content.notices()).isEmpty();
            assertThat(RulesDifference.between(rules, new RuleSet(content.files().values())).entries()).isEmpty();
            assertThat(new RuleSet(content.files().values())).isEqualTo(rules);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    /** Whatever is edited in the workbook is told, exactly, against the folder. */
    @Property(tries = 30)
    void whatIsEditedIsTold(@ForAll long seed) throws IOException {
        Path work = Files.createTempDirectory("edit");
        try {
            RandomRuleSets random = new RandomRuleSets(seed);
            RuleSet rules = random.next();
            RuleSet edited = random.edited(rules);
            Path folder = Workbooks.folder(work.resolve("rules"), rules);
            Path xlsx = Workbooks.made(work.resolve("规则.xlsx"), workbook -> {
                for (Schema table : Schema.values()) {
                    Workbooks.sheet(workbook, table, rows(edited, table));
                }
            });
            WorkbookImport plan = WorkbookImport.plan(xlsx, folder);
            assertThat(plan.problems()).noneMatch(problem -> problem.code().startsWith("G"));
            assertThat(plan.difference()).isEqualTo(RulesDifference.between(rules, edited));
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private static List<List<String>> rows(RuleSet rules, Schema table) {
        List<List<String>> rows = new ArrayList<>();
        SheetShape shape = new SheetShape(table);
        rules.files(table).forEach(file -> {
            String name = table.isFolder() ? shape.fileCell(file.path()) : "";
            if (table.isFolder() && file.rows().isEmpty()) {
                rows.add(List.of(name));
            }
            file.rows().forEach(cells -> {
                List<String> row = new ArrayList<>(cells.stream().map(SheetShape::escaped).toList());
                if (table.isFolder()) {
                    row.add(0, name);
                }
                rows.add(row);
            });
        });
        return rows;
    }

    @Test
    void theShippedRulesComeBack(@TempDir Path work) {
        WorkbookExport export = WorkbookExport.of(Path.of("rules"));
        assertThat(export.obstacles()).isEmpty();
        export.write(work.resolve("规则.xlsx"));
        WorkbookReader.Content content = WorkbookReader.read(work.resolve("规则.xlsx"));
        assertThat(content.problems()).isEmpty();
        assertThat(new RuleSet(content.files().values()).equals(RuleSet.read(Path.of("rules")).rules())).isTrue();
    }
}
