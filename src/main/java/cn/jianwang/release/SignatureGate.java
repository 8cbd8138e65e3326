package cn.jianwang.release;

import java.util.ArrayList;
import java.util.List;

/** Two people, and what it is about. */
final class SignatureGate {

    static final String NAME = "签字";

    private SignatureGate() {
    }

    static List<String> findings(Submission submission) {
        List<String> findings = new ArrayList<>();
        if (submission.author().isEmpty()) {
            findings.add("没有写起草人。怎么改：写明 --author 姓名");
        }
        if (submission.reviewer().isEmpty()) {
            findings.add("没有写复核人。怎么改：请另一个人看过改动，再写明 --reviewer 姓名");
        } else if (submission.isOfOnePerson()) {
            findings.add("起草人和复核人是同一人「" + submission.reviewer() + "」。怎么改：请另一个人复核");
        }
        if (submission.note().isEmpty()) {
            findings.add("没有写这次改了什么。怎么改：写明 --note 说明");
        }
        return findings;
    }
}
