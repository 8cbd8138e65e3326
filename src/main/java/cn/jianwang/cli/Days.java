package cn.jianwang.cli;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** From one day to another, both included, in Beijing time. */
final class Days {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Option(names = "--from", paramLabel = "日期", description = "判定日期从哪天起，例如 2026-10-01（库里的判定）")
    private LocalDate first;

    @Option(names = "--to", paramLabel = "日期", description = "到哪天止，含当天")
    private LocalDate last;

    boolean given() {
        return first != null || last != null;
    }

    void check(CommandSpec spec) {
        if (first == null || last == null) {
            throw new ParameterException(spec.commandLine(), "--from 和 --to 要一起写");
        }
        if (last.isBefore(first)) {
            throw new ParameterException(spec.commandLine(), "--to 早于 --from");
        }
    }

    OffsetDateTime from() {
        return first.atStartOfDay(BEIJING).toInstant().atOffset(ZoneOffset.UTC);
    }

    /** The instant after the last day. */
    OffsetDateTime until() {
        return last.plusDays(1).atStartOfDay(BEIJING).toInstant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return first + " 至 " + last;
    }
}
