package cn.jianwang.retriage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Draws samples that anybody can draw again: an event's lot is a hash of the run's seed and its key, and the lowest lots are
 * taken. It does not depend on threads, order or restarts.
 */
record Lot(String seed) {

    private static final int LENGTH = 8;

    /** 16 hexadecimal digits. */
    String of(String eventKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((seed + "\n" + eventKey).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
