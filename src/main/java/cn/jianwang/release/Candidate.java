package cn.jianwang.release;

import cn.jianwang.rulebook.RuleLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What stands at the gates: a copy of the working folder that nobody edits any more, and what came before it.
 *
 * @param rules    the rules folder of the copy
 * @param cases    the test cases of the copy; may be absent
 * @param release  the copy, loaded; it already bears the version it would be published as
 * @param lines    all rows of the copy
 * @param previous the release published last; empty for the first one
 * @param before   all rows of the previous release; empty for the first one
 * @param ledger   every id that was ever published
 */
public record Candidate(Path rules, Path cases, Release release, List<RuleLine> lines, Optional<PublishedRelease> previous,
                        List<RuleLine> before, Ledger ledger, Submission submission) {
}
