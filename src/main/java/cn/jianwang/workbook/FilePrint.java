package cn.jianwang.workbook;

import cn.jianwang.rulebook.RuleFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells two states of a rule file apart. */
final class FilePrint {

    private FilePrint() {
    }

    /** SHA-256 over the canonical bytes, in hex. */
    static String of(RuleFile file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.bytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
