package cn.jianwang.retriage;

import java.nio.file.Path;

/**
 * What is to be judged again, by which rules, and for whom.
 *
 * @param selection which events
 * @param rules     by which rules
 * @param apply     whether changed decisions become new revisions; otherwise the run only reports
 * @param notifyPlatform whether the platform is told of each new revision; only with {@code apply}
 * @param reason    why, in the words of whoever asks; may be empty
 * @param by        who asks
 * @param attended  whether only the process that starts the run works on it, as on a command line; otherwise every copy of
 *                  the service does
 * @param seed      what the samples are drawn with: the same seed draws the same samples; null for one of the run's own
 */
public record Request(Selection selection, Rules rules, boolean apply, boolean notifyPlatform, String reason, String by,
                      boolean attended, String seed) {

    /** By which rules: {@code version} a published release, or {@code folder} a candidate; both null for the rules in force. */
    public record Rules(String version, Path folder) {

        public static final Rules CURRENT = new Rules(null, null);
    }
}
