package cn.jianwang.release;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Who wants to publish, who has looked at it, and what it is about.
 *
 * @param author   never null; blank is refused by a gate
 * @param reviewer never null; blank, or the author, is refused by a gate
 * @param note     说明 of the release; never null
 */
public record Submission(String author, String reviewer, String note) {

    public Submission {
        author = author == null ? "" : author.strip();
        reviewer = reviewer == null ? "" : reviewer.strip();
        note = note == null ? "" : note.strip();
    }

    /** Whether both are the same person, however the name is written. */
    boolean isOfOnePerson() {
        return plain(author).equals(plain(reviewer));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\p{Cf}\\s]", "").toLowerCase(Locale.ROOT);
    }
}
