package cn.jianwang.cli;

import cn.jianwang.decision.Decider;
import cn.jianwang.language.BareSegmentation;
import cn.jianwang.release.Release;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything a command touches besides its arguments.
 *
 * @param in       standard input, raw
 * @param out      standard output, raw: a vanished reader must be noticed
 * @param words    standard output for people
 * @param err      standard error for people
 * @param terminal whether a person looks on
 * @param releases loads a rules folder
 * @param floor    bare segmentation, which throughput is compared with
 */
record Surroundings(InputStream in, OutputStream out, PrintWriter words, PrintWriter err, boolean terminal,
                    Function<Path, Decider> releases, Consumer<String> floor) {

    static Surroundings ofProcess() {
        Charset charset = charset();
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        return new Surroundings(new FileInputStream(FileDescriptor.in), out, new PrintWriter(out, true, charset),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, charset), attended(), Surroundings::load,
                BareSegmentation::run);
    }

    private static Decider load(Path rules) {
        RulesFolders.require(rules);
        return Release.load(rules);
    }

    /** The terminal's own charset where it can show Chinese, for Windows consoles; UTF-8 everywhere else. */
    private static Charset charset() {
        Charset console = attended() ? System.console().charset() : StandardCharsets.UTF_8;
        return console.canEncode() && console.newEncoder().canEncode('检') ? console : StandardCharsets.UTF_8;
    }

    /** From JDK 22 on there is a console even where there is no terminal, and only a method that JDK 17 lacks tells. */
    private static boolean attended() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }
}
