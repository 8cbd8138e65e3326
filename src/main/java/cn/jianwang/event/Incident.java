package cn.jianwang.event;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes an unexpected failure in the log, under a number that the sender gets to see. Exception messages are left out:
 * those of databases and engines quote the data they choked on, and no log may hold what a citizen said.
 */
public final class Incident {

    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Incident() {
    }

    /** Logs the failure and returns its number. */
    public static String log(Throwable failure) {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String number = HexFormat.of().formatHex(bytes);
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.append("\n").append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                trace.append("\n    at ").append(frame);
            }
        }
        LOG.error("事故 {}{}", number, trace);
        return number;
    }
}
