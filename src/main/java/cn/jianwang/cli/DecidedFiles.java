package cn.jianwang.cli;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.EventLines;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.rulebook.Tier;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** A file of events and the file of decisions that {@code triage} made of it. */
final class DecidedFiles {

    private final Path decisions;
    private final Path events;

    DecidedFiles(Path decisions, Path events) {
        this.decisions = decisions;
        this.events = events;
    }

    /** What a line of the decisions tells at a glance; of an event that could not be decided only the error. */
    record Outline(String eventKey, String decisionId, Tier tier, Object error) {
    }

    private interface Visitor {
        void visit(Outline outline, String line);
    }

    /** Each event once, with its first decision; lines that say that an event could not be decided are passed over. */
    void forEach(Consumer<Outline> consumer) {
        forEachLine((outline, line) -> consumer.accept(outline));
    }

    Map<String, Decision> decisions(Collection<String> eventKeys) {
        Set<String> wanted = new HashSet<>(eventKeys);
        Map<String, Decision> found = new HashMap<>();
        forEachLine((outline, line) -> {
            if (wanted.contains(outline.eventKey())) {
                found.put(outline.eventKey(), JsonCodec.read(line, Decision.class));
            }
        });
        return found;
    }

    private void forEachLine(Visitor visitor) {
        InputFiles.read(decisions, file -> {
            Set<String> seen = new HashSet<>();
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                int number = 0;
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    number++;
                    Outline outline = line.isBlank() ? null : outline(line, number);
                    if (outline != null && outline.error == null && seen.add(outline.eventKey)) {
                        visitor.visit(outline, line);
                    }
                }
            }
            return seen;
        });
    }

    private Outline outline(String line, int number) {
        try {
            Outline outline = JsonCodec.read(line, Outline.class);
            if (outline.error != null || outline.eventKey != null && outline.decisionId != null && outline.tier != null) {
                return outline;
            }
        } catch (JacksonException malformed) {
            // told below, like a line of another kind
        }
        throw new CouldNotRunException(decisions + " 第 " + number + " 行不是判定。怎么改：--decisions 写 triage --out 得到的文件");
    }

    /** The masked texts of events; events that are not in the file are left out. */
    Map<String, String> texts(Collection<String> eventKeys) {
        Set<String> wanted = new HashSet<>(eventKeys);
        return InputFiles.read(events, file -> {
            Map<String, String> texts = new HashMap<>();
            try (InputStream in = Files.newInputStream(file)) {
                EventReader reader = new EventReader();
                EventLines lines = new EventLines(in);
                for (EventLines.Line line = lines.next(); line != null; line = lines.next()) {
                    EventReading reading = line.read(reader);
                    if (reading.ok() && wanted.contains(reading.event().key())) {
                        texts.putIfAbsent(reading.event().key(), text(reading.event()));
                    }
                }
            }
            return texts;
        });
    }

    /** The text of an event as it is kept in JSON. */
    static String text(String eventJson) {
        return text(JsonCodec.read(eventJson, GridEvent.class));
    }

    /** All that a person needs to judge: the text and what agencies did so far. */
    private static String text(GridEvent event) {
        StringBuilder text = new StringBuilder(event.text());
        event.handling().forEach(step -> text.append("\n【处置】").append(step.org() == null ? "" : step.org() + "：")
                .append(step.result() == null ? "" : step.result()));
        if (event.urgeCount() > 0) {
            text.append("\n【催办】").append(event.urgeCount()).append(" 次");
        }
        return text.toString();
    }
}
