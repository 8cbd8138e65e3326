package cn.jianwang.release;

import cn.jianwang.rulebook.RuleLine;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 编号台账: every id that was ever published, with what it was last about. Each release carries the ledger of all before
 * it, so that an id that went out of use long ago is still known.
 *
 * @param entries by id
 */
public record Ledger(Map<String, Entry> entries) {

    static final Ledger EMPTY = new Ledger(Map.of());
    static final String FILE = "ledger.csv";

    private static final List<String> HEADER = List.of("编号", "表", "内容", "状态", "档位", "说明", "首次版本");

    /** @param tier of a lead row its 档位, of a tier row its 作用 and 档位; empty for other rows */
    public record Entry(String id, String table, String subject, String status, String tier, String note, String since) {

        static Entry of(RuleLine line, String since) {
            return new Entry(line.key(), line.table(), line.subject(), line.get("状态"), line.get("作用") + tierOf(line), line.get("说明"), since);
        }

        private static String tierOf(RuleLine line) {
            return line.table().equals("线索规则") || line.table().equals("档位规则") ? line.get("档位") : "";
        }
    }

    public Ledger {
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    /** With the ids of a release added, or brought up to date. */
    Ledger with(Collection<RuleLine> lines, String version) {
        Map<String, Entry> all = new TreeMap<>(entries);
        for (RuleLine line : lines) {
            if (line.named()) {
                Entry known = all.get(line.key());
                all.put(line.key(), Entry.of(line, known == null ? version : known.since()));
            }
        }
        return new Ledger(all);
    }

    static Ledger read(Path folder) {
        Map<String, Entry> entries = new TreeMap<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(folder.resolve(FILE))) {
            for (CsvRecord row : reader) {
                if (row.getStartingLineNumber() > 1) {
                    entries.put(row.getField(0), new Entry(row.getField(0), row.getField(1), row.getField(2), row.getField(3),
                            row.getField(4), row.getField(5), row.getField(6)));
                }
            }
            return new Ledger(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path folder) {
        try (Writer file = Files.newBufferedWriter(folder.resolve(FILE));
                CsvWriter writer = CsvWriter.builder().lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF).build(file)) {
            writer.writeRecord(HEADER);
            for (Entry entry : entries.values()) {
                writer.writeRecord(entry.id, entry.table, entry.subject, entry.status, entry.tier, entry.note, entry.since);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
