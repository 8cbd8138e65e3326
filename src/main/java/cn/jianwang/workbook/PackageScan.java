package cn.jianwang.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * What a workbook holds besides the values of its cells.
 *
 * @param macros whether it carries code
 * @param merged merged ranges by name of the sheet, such as A2:B3
 * @param hidden hidden columns by name of the sheet, such as C to D
 */
record PackageScan(boolean macros, Map<String, List<String>> merged, Map<String, List<String>> hidden) {

    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_PARTS = 5_000;

    /** The bytes are no workbook that can be read safely; the message says what they are. */
    static final class NoWorkbookException extends Exception {

        private static final long serialVersionUID = 1L;

        NoWorkbookException(String message) {
            super(message);
        }
    }

    /**
     * Looks through the parts of a workbook.
     *
     * @throws NoWorkbookException where it is none, or one that would fill the memory
     */
    static PackageScan of(Path workbook) throws NoWorkbookException {
        Map<String, String> sheetOfPart = new HashMap<>();
        Map<String, String> partOfId = new HashMap<>();
        Map<String, String> sheetOfId = new HashMap<>();
        Map<String, List<String>> mergedOfPart = new HashMap<>();
        Map<String, List<String>> hiddenOfPart = new HashMap<>();
        boolean macros = false;
        int parts = 0;
        long bytes = 0;
        if (isOle(workbook)) {
            throw new NoWorkbookException("这是 xls、et 格式，或者设了打开密码");
        }
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] part;
                try (InputStream in = zip.getInputStream(entry)) {
                    part = in.readNBytes((int) (MOST_BYTES - bytes + 1));
                }
                bytes += part.length;
                if (++parts > MOST_PARTS || bytes > MOST_BYTES) {
                    throw new NoWorkbookException("展开后太大");
                }
                String name = entry.getName().replaceFirst("^/", "");
                String lower = name.toLowerCase(Locale.ROOT);
                macros |= lower.endsWith("vbaproject.bin") || lower.contains("/macrosheets/") || lower.contains("/activex/")
                          || lower.endsWith("jsaproject.bin");
                if (lower.equals("[content_types].xml")) {
                    macros |= new String(part, StandardCharsets.UTF_8).contains("macroEnabled");
                } else if (lower.equals("xl/workbook.xml")) {
                    elements(part, "sheet", xml -> sheetOfId.put(relation(xml), xml.getAttributeValue(null, "name")));
                } else if (lower.equals("xl/_rels/workbook.xml.rels")) {
                    elements(part, "Relationship", xml -> partOfId.put(xml.getAttributeValue(null, "Id"),
                            part(xml.getAttributeValue(null, "Target"))));
                } else if (lower.startsWith("xl/worksheets/") && lower.endsWith(".xml")) {
                    List<String> merged = new ArrayList<>();
                    elements(part, "mergeCell", xml -> merged.add(xml.getAttributeValue(null, "ref")));
                    mergedOfPart.put(name, merged);
                    List<String> hidden = new ArrayList<>();
                    elements(part, "col", xml -> {
                        if (isTrue(xml.getAttributeValue(null, "hidden"))) {
                            hidden.add(columns(xml.getAttributeValue(null, "min"), xml.getAttributeValue(null, "max")));
                        }
                    });
                    hiddenOfPart.put(name, hidden);
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            throw new NoWorkbookException("不是完好的 xlsx 文件");
        }
        if (sheetOfId.isEmpty()) {
            throw new NoWorkbookException("不是 xlsx 工作簿");
        }
        sheetOfId.forEach((id, sheet) -> sheetOfPart.put(partOfId.getOrDefault(id, ""), sheet));
        return new PackageScan(macros, bySheet(mergedOfPart, sheetOfPart), bySheet(hiddenOfPart, sheetOfPart));
    }

    private static boolean isOle(Path workbook) throws NoWorkbookException {
        try (InputStream in = Files.newInputStream(workbook)) {
            return ReadableWorkbook.isOLE2Header(in.readNBytes(8));
        } catch (IOException e) {
            throw new NoWorkbookException("文件读不了");
        }
    }

    private interface Element {
        void at(XMLStreamReader xml);
    }

    private static void elements(byte[] part, String name, Element found) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name)) {
                found.at(xml);
            }
        }
        xml.close();
    }

    /** The relationship id, whose name space differs between the two kinds of OOXML. */
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null
                    && xml.getAttributeNamespace(i).endsWith("/relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static boolean isTrue(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static String columns(String min, String max) {
        String from = SheetShape.letters(Integer.parseInt(min) - 1);
        String to = SheetShape.letters(Integer.parseInt(max) - 1);
        return from.equals(to) ? from : from + " 至 " + to;
    }

    private static Map<String, List<String>> bySheet(Map<String, List<String>> byPart, Map<String, String> sheetOfPart) {
        Map<String, List<String>> bySheet = new HashMap<>();
        byPart.forEach((part, found) -> {
            if (!found.isEmpty()) {
                bySheet.put(sheetOfPart.getOrDefault(part, part), found);
            }
        });
        return bySheet;
    }
}
