package cn.jianwang.web;

import cn.jianwang.opinion.UnusableModelException;
import cn.jianwang.release.DamagedReleaseException;
import cn.jianwang.rulebook.RulesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells an administrator in plain Chinese why the service did not start; unknown reasons keep their stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailureReporter implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailureReporter.class);

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String reason = reason(cause);
            if (reason != null) {
                LOG.error("{}", reason);
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable cause) {
        if (cause instanceof StartRefusedException refused) {
            return refused.getMessage();
        }
        if (cause instanceof DamagedReleaseException damaged) {
            return "无法启动：" + damaged.getMessage();
        }
        if (cause instanceof RulesException rules) {
            return "无法启动：规则有误。\n" + rules.getMessage();
        }
        if (cause instanceof UnusableModelException model) {
            return "无法启动：" + model.getMessage();
        }
        if (cause instanceof PortInUseException port) {
            return "无法启动：端口 %d 已被占用。先停掉占用它的程序，或用 --server.port=其他端口 启动。".formatted(port.getPort());
        }
        if (cause instanceof java.sql.SQLException sql) {
            return "无法启动：数据库打不开（%s）。检查 spring.datasource.url、用户名和口令；若用 H2 文件库，同一时间只能有一个检网进程打开它。"
                    .formatted(sql.getMessage());
        }
        return null;
    }
}
