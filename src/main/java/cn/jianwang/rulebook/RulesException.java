package cn.jianwang.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** Rule files that cannot be used; carries all problems, sorted. */
public final class RulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public RulesException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
