package cn.jianwang.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in Chinese what is wrong with the arguments, and where the help is. */
final class ChineseUsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(message(e));
        command.getErr().printf("用法见：%s --help%n", command.getCommandSpec().qualifiedName());
        return Exit.WRONG_USAGE;
    }

    private static String message(ParameterException e) {
        if (e instanceof MissingParameterException missing) {
            return "缺少参数：" + missing.getMissing().stream().map(ChineseUsageErrors::label).collect(Collectors.joining("、"));
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            return "不认识的参数：" + String.join(" ", unmatched.getUnmatched())
                    + (suggestions.isEmpty() ? "" : "；是不是想写 " + String.join(" 或 ", suggestions) + "？");
        }
        if (e instanceof OverwrittenOptionException twice) {
            return "参数重复：" + label(twice.getOverwritten());
        }
        if (e.getArgSpec() != null) {
            return "参数 %s 的值%s不对".formatted(label(e.getArgSpec()), e.getValue() == null ? "" : "「" + e.getValue() + "」");
        }
        return e.getMessage();
    }

    private static String label(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
