package cn.jianwang.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.rulebook.RuleFile;
import cn.jianwang.rulebook.RuleSet;
import cn.jianwang.rulebook.Schema;
import cn.jianwang.rulebook.SmallRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person sees who opens the exported workbook. */
class WorkbookViewTest {

    @TempDir
    private Path work;

    private Path exported() {
        Path xlsx = work.resolve("规则.xlsx");
        WorkbookExport.of(work.resolve("rules")).write(xlsx);
        return xlsx;
    }

    private SmallRules rules() throws IOException {
        return SmallRules.copyTo(Files.createDirectories(work.resolve("rules")));
    }

    /** Part of the sheet of a table: the guide is the first sheet. */
    private static String sheet(Path xlsx, Schema table) throws IOException {
        return Workbooks.part(xlsx, "xl/worksheets/sheet" + (table.ordinal() + 2) + ".xml");
    }

    @Test
    void everyTableHasASheetAndThePlumbingIsHidden() throws IOException {
        rules();
        try (ReadableWorkbook workbook = new ReadableWorkbook(exported().toFile())) {
            List<Sheet> sheets = workbook.getSheets().toList();
            assertThat(sheets).filteredOn(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).extracting(Sheet::getName)
                    .containsExactlyElementsOf(java.util.stream.Stream.concat(java.util.stream.Stream.of("说明"),
                            Arrays.stream(Schema.values()).map(Schema::name)).toList());
            assertThat(sheets).filteredOn(sheet -> sheet.getVisibility() != SheetVisibility.VISIBLE).extracting(Sheet::getName)
                    .containsExactly("_选项", "_指纹");
        }
    }

    @Test
    void everyCellIsTextSoThatNoCodeIsRewritten() throws IOException {
        rules();
        Path xlsx = exported();
        String styles = Workbooks.part(xlsx, "xl/styles.xml");
        String text = found(styles, "numFmtId=\"(\\d+)\" formatCode=\"@\"").get(0);
        List<String> formats = found(styles.substring(styles.indexOf("<cellXfs")), "<xf numFmtId=\"(\\d+)\"");
        for (Schema table : Schema.values()) {
            List<String> used = found(sheet(xlsx, table), "<c r=\"[A-Z]+\\d+\"(?: s=\"(\\d+)\")?[^>]*><v>");
            assertThat(used).isNotEmpty().as("%s", table).allMatch(style -> style != null && formats.get(Integer.parseInt(style)).equals(text));
        }
        assertThat(sheet(xlsx, Schema.区划表)).containsPattern("<col min=\"1\" max=\"1\"[^>]* style=\"[1-9]");
    }

    private static List<String> found(String xml, String pattern) {
        List<String> all = new ArrayList<>();
        for (Matcher matcher = Pattern.compile(pattern).matcher(xml); matcher.find(); ) {
            all.add(matcher.group(1));
        }
        return all;
    }

    @Test
    void headersAreFrozenAndCarryTheHelpOfTheirColumn() throws IOException {
        rules();
        Path xlsx = exported();
        assertThat(sheet(xlsx, Schema.线索规则)).contains("ySplit=\"1\"", "state=\"frozen\"");
        String notes = text(Workbooks.part(xlsx, "xl/comments" + (Schema.线索规则.ordinal() + 2) + ".xml"));
        Schema.线索规则.columns().forEach(column -> assertThat(notes).contains(column.help()));
        assertThat(notes).contains("可填：草稿、试行、正式、停用", "几项之间用；隔开", "必填");
    }

    @Test
    void columnsOfClosedVocabulariesHaveDropdowns() throws IOException {
        rules();
        Path xlsx = exported();
        String sheet = text(sheet(xlsx, Schema.线索规则));
        assertThat(validation(sheet, "C")).contains("type=\"list\"", "errorStyle=\"stop\"", "showErrorMessage=\"true\"", "'_选项'!");
        assertThat(validation(sheet, "D")).contains("'线索类型词表'!$A$2:", "showErrorMessage=\"false\"");
        assertThat(validation(sheet, "F")).contains("'事实词表'!$B$2:");
        assertThat(validation(sheet, "A")).contains("'_选项'!");
        String options = text(Workbooks.part(xlsx, "xl/sharedStrings.xml"));
        assertThat(options).contains("GY01.csv", "试行", "词面陷阱");
    }

    private static String validation(String sheet, String column) {
        Matcher found = Pattern.compile("<dataValidation sqref=\"" + column + "2:" + column + "\\d+\".*?</dataValidation>").matcher(sheet);
        assertThat(found.find()).as("dropdown of column " + column).isTrue();
        return found.group();
    }

    /** The XML with character references resolved. */
    private static String text(String xml) {
        return Pattern.compile("&#x([0-9a-f]+);").matcher(xml).replaceAll(m -> Matcher.quoteReplacement(
                Character.toString(Integer.parseInt(m.group(1), 16))));
    }

    @Test
    void cellsWithAProblemAreColouredAndSayWhatIsWrong() throws IOException {
        rules().replacing("leads/GY01.csv", "污水入河；死鱼,,,A", "污水人河；死鱼,,,E");
        Path xlsx = exported();
        String notes = text(Workbooks.part(xlsx, "xl/comments" + (Schema.线索规则.ordinal() + 2) + ".xml"));
        assertThat(notes).contains("ref=\"F3\"", "[E02 名称不在词表]", "是不是想写「污水入河」", "怎么改：", "ref=\"I3\"", "[E04 取值不在选项]");
        assertThat(Workbooks.part(xlsx, "xl/styles.xml")).contains("FFC7CE");
        assertThat(sheet(xlsx, Schema.线索规则)).containsPattern("<c r=\"F3\" s=\"(\\d+)\"");
        assertThat(style(sheet(xlsx, Schema.线索规则), "F3")).isNotEqualTo(style(sheet(xlsx, Schema.线索规则), "F2"));
        String guide = text(Workbooks.part(xlsx, "xl/sharedStrings.xml"));
        assertThat(guide).contains("导出时有 2 个问题", "E02 名称不在词表");
    }

    private static String style(String sheet, String cell) {
        Matcher found = Pattern.compile("<c r=\"" + cell + "\" s=\"(\\d+)\"").matcher(sheet);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whatCannotBeShownAsItIsKeepsTheWorkbookFromBeingMade() throws IOException {
        rules().with("lexicon/office.csv", "词语,概念,匹配,状态,来源\n油汤水,污水,字串\n");
        assertThat(WorkbookExport.of(work.resolve("rules")).obstacles()).extracting(problem -> problem.code()).containsOnly("E31");
    }

    @Test
    void aCellThatIsTooLongForASheetIsTold() {
        Schema table = Schema.部门词表;
        RuleSet rules = new RuleSet(List.of(new RuleFile(table, table.path(), List.of(List.of("甲", String.join("", Collections.nCopies(32_768, "长")))))));
        assertThatThrownBy(() -> WorkbookWriter.write(rules, Map.of(), "试", new ByteArrayOutputStream()))
                .isInstanceOf(WorkbookException.class).hasMessageContaining("vocabulary/departments.csv 第 1 条「说明」有 32768 个字");
    }
}
