package cn.jianwang.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Settings of the service given as arguments. Anything else is a typing mistake, which Spring would silently swallow. */
final class Settings {

    private static final Pattern SETTING = Pattern.compile("--[a-z][a-zA-Z0-9-]*(\\.[a-zA-Z0-9\\[\\]-]+)+=.*");

    private Settings() {
    }

    static List<String> checked(CommandSpec spec, List<String> settings) {
        List<String> wrong = settings.stream().filter(setting -> !SETTING.matcher(setting).matches()).toList();
        if (!wrong.isEmpty()) {
            throw new UnmatchedArgumentException(spec.commandLine(), wrong);
        }
        return settings;
    }
}
