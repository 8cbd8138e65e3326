package cn.jianwang.cli;

import cn.jianwang.workbook.WorkbookException;
import cn.jianwang.workbook.WorkbookExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "把规则写成一个工作簿：一张表一个工作表，有下拉和批注，有问题的格标红。")
final class RulesExportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "文件夹", arity = "0..1", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    @Option(names = "--out", paramLabel = "工作簿", defaultValue = "规则.xlsx", description = "写到哪里，默认 规则.xlsx")
    private Path out;

    RulesExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RulesFolders.require(rules);
        requireNewFile();
        WorkbookExport export = WorkbookExport.of(rules);
        if (!export.obstacles().isEmpty()) {
            export.obstacles().forEach(problem -> surroundings.words().println(problem + "\n"));
            surroundings.words().println("没有导出：先改好上面 " + export.obstacles().size() + " 个问题，不然会丢内容。");
            return Exit.FINDINGS;
        }
        try {
            export.write(out);
        } catch (WorkbookException e) {
            throw new CouldNotRunException(e.getMessage());
        }
        surroundings.words().println("已写成 " + out + "。" + (export.problems().isEmpty() ? "规则检查通过。"
                : "规则有 " + export.problems().size() + " 个问题，已在工作簿里标红，列在“说明”里。"));
        return Exit.FINE;
    }

    /** A workbook may hold edits of hours, and one inside the rules folder would be taken for a stray rule file. */
    private void requireNewFile() {
        Path target = out.toAbsolutePath().normalize();
        if (!target.getFileName().toString().endsWith(".xlsx")) {
            throw new CouldNotRunException("工作簿的文件名要以 .xlsx 结尾：" + out);
        }
        if (target.startsWith(rules.toAbsolutePath().normalize())) {
            throw new CouldNotRunException("工作簿不能放在规则文件夹里：" + out + "。请写到别处。");
        }
        if (Files.exists(target)) {
            throw new CouldNotRunException("已经有 " + out + "，里面可能有没导入的改动。请换个名字，或者先移走它。");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new CouldNotRunException("没有这个文件夹：" + target.getParent());
        }
    }
}
