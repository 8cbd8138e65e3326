package cn.jianwang.workbook;

import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RuleSet;
import cn.jianwang.rulebook.RulebookReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a workbook of a rules folder. */
public final class WorkbookExport {

    private final RuleSet.Reading reading;
    private final RulebookReader.Result checked;

    private WorkbookExport(RuleSet.Reading reading, RulebookReader.Result checked) {
        this.reading = reading;
        this.checked = checked;
    }

    /** Reads a folder. */
    public static WorkbookExport of(Path folder) {
        return new WorkbookExport(RuleSet.read(folder), RulebookReader.inspect(folder));
    }

    /** What keeps files from being shown as they are: these must be mended first. Sorted. */
    public List<Problem> obstacles() {
        return reading.problems().stream().filter(problem -> reading.damaged().contains(problem.file())
                                                             || reading.rules().file(problem.file()).isEmpty()).toList();
    }

    /** All problems of the folder; those of cells are shown in the workbook. Sorted. */
    public List<Problem> problems() {
        return checked.problems();
    }

    /**
     * Writes the workbook, all or nothing.
     *
     * @throws WorkbookException where a cell is longer than a sheet can hold
     */
    public void write(Path workbook) {
        Map<Problem, RuleSet.Place> places = new LinkedHashMap<>();
        checked.problems().forEach(problem -> reading.place(problem).ifPresent(place -> places.put(problem, place)));
        Path target = workbook.toAbsolutePath();
        try {
            Path waiting = target.resolveSibling("." + target.getFileName() + ".writing");
            try {
                try (OutputStream out = Files.newOutputStream(waiting)) {
                    WorkbookWriter.write(reading.rules(), places, checked.rulebook().version(), out);
                }
                Files.move(waiting, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(waiting);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
