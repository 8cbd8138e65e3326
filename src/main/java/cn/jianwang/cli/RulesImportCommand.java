package cn.jianwang.cli;

import cn.jianwang.rulebook.RulesDifference;
import cn.jianwang.workbook.WorkbookImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "逐行逐格列出工作簿与规则文件夹的不同；加 --apply 才写回。")
final class RulesImportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "工作簿", description = "rules export 导出、改过的 xlsx")
    private Path workbook;

    @Parameters(index = "1", paramLabel = "文件夹", arity = "0..1", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    @Option(names = "--apply", description = "把改动写回规则文件夹；有问题时一个文件也不写")
    private boolean apply;

    RulesImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RulesFolders.require(rules);
        if (!Files.isRegularFile(workbook)) {
            throw new CouldNotRunException("没有找到工作簿 " + workbook + "。");
        }
        WorkbookImport plan = WorkbookImport.plan(workbook, rules);
        plan.notices().forEach(notice -> surroundings.words().println("注意：" + notice + "。"));
        RulesDifference difference = plan.difference();
        difference.entries().forEach(surroundings.words()::println);
        plan.problems().forEach(problem -> surroundings.words().println("\n" + problem));
        surroundings.words().println("\n" + difference.summary() + "。");
        if (!plan.problems().isEmpty()) {
            surroundings.words().println("有 " + plan.problems().size() + " 个问题，没有写任何文件。改好再导入。");
            return Exit.FINDINGS;
        }
        if (apply && !difference.isEmpty()) {
            List<String> written = plan.apply(rules);
            surroundings.words().println("已写回 " + written.size() + " 个文件：" + String.join("、", written) + "。请再运行 rules test。");
        } else if (!difference.isEmpty()) {
            surroundings.words().println("以上还没有写回。核对无误，加 --apply 再运行一次。");
        }
        return Exit.FINE;
    }
}
