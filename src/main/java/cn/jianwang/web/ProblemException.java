package cn.jianwang.web;

import cn.jianwang.event.EventProblem;
import java.util.List;

/** Ends a request with a problem that the sender can mend. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<EventProblem> problems;

    ProblemException(int status, String detail, List<EventProblem> problems) {
        super(detail);
        this.status = status;
        this.problems = problems;
    }

    Problem problem(String instance) {
        return Problem.of(status, getMessage(), instance, problems);
    }
}
