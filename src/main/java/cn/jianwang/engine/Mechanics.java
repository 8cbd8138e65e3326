package cn.jianwang.engine;

import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RulesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** The compiled generic rules; they do not depend on any row, so that releases with the same DRL files share them. */
public final class Mechanics {

    private static final String SOURCES = "src/main/resources/cn/jianwang/mechanics/";
    private static final String CODE = "M02";

    private final Map<String, String> sources;
    private final KieBase base;

    private Mechanics(Map<String, String> sources, KieBase base) {
        this.sources = sources;
        this.base = base;
    }

    KieBase base() {
        return base;
    }

    /**
     * Compiles every DRL file of a folder, after a look at what it imports and names.
     *
     * @throws RulesException where a file holds what it may not, or does not compile
     */
    public static Mechanics compile(Path folder) {
        return of(read(folder));
    }

    /** These where the folder holds the same files, else its own, freshly compiled. Throws as {@link #compile} does. */
    public Mechanics orCompiled(Path folder) {
        Map<String, String> others = read(folder);
        return others.equals(sources) ? this : of(others);
    }

    /** What is wrong with the DRL files of a folder, without compiling them; empty where they may be compiled. */
    public static List<Problem> inspect(Path folder) {
        return inspect(read(folder));
    }

    private static List<Problem> inspect(Map<String, String> sources) {
        List<Problem> problems = new ArrayList<>();
        if (sources.isEmpty()) {
            problems.add(new Problem(CODE, "引擎机制编译不通过", "引擎机制", "mechanics", 0, "", "", "没有找到 mechanics/*.drl",
                    "从上一版规则中取回 mechanics 文件夹"));
        }
        sources.forEach((name, drl) -> problems.addAll(MechanicsGuard.check("mechanics/" + name, drl)));
        return problems;
    }

    private static Mechanics of(Map<String, String> sources) {
        List<Problem> problems = inspect(sources);
        if (!problems.isEmpty()) {
            throw new RulesException(problems);
        }
        return new Mechanics(sources, build(sources));
    }

    private static KieBase build(Map<String, String> sources) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId id = services.newReleaseId("cn.jianwang", "mechanics", UUID.randomUUID().toString());
        files.generateAndWritePomXML(id);
        sources.forEach((name, drl) -> files.write(SOURCES + name, drl));
        ClassLoader loader = Mechanics.class.getClassLoader();
        KieBuilder builder = services.newKieBuilder(files, loader).buildAll();
        try {
            List<Problem> problems = builder.getResults().getMessages(Message.Level.ERROR).stream().map(Mechanics::problem).toList();
            if (!problems.isEmpty()) {
                throw new RulesException(problems);
            }
            return services.newKieContainer(id, loader).getKieBase();
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    private static Problem problem(Message message) {
        String path = message.getPath() == null ? "" : message.getPath();
        return new Problem(CODE, "引擎机制编译不通过", "引擎机制", "mechanics/" + path.substring(path.lastIndexOf('/') + 1),
                Math.max(0, message.getLine()), "", "", "引擎说：" + message.getText().strip(), "请开发者按这一行修改，或取回上一版的文件");
    }

    /** The DRL files of a folder by name; empty where there is no folder. */
    public static Map<String, String> read(Path folder) {
        Map<String, String> sources = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return sources;
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".drl")).toList()) {
                sources.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
