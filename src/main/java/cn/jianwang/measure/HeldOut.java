package cn.jianwang.measure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The third of a labelled file that nobody reads, fixed by the id alone: whoever writes rules sees figures of it and never a
 * text, so that the gap to the other two thirds tells what the rules learnt by heart.
 */
public final class HeldOut {

    private static final int PARTS = 3;

    private HeldOut() {
    }

    /** Whether the row with this id is left unread: the first byte of the SHA-256 of the id is divisible by three. */
    public static boolean covers(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Byte.toUnsignedInt(digest[0]) % PARTS == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
