package cn.jianwang.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What is checked of every text before anybody reads it, and how a piece of it is quoted back. */
final class InputText {

    private static final int QUOTE = 40;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private InputText() {
    }

    /** Strict UTF-8, because a replacement character would silently change what a citizen said. */
    static String decode(byte[] utf8) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** UTF-16 position of the first half of a character that lacks its other half, or -1. */
    static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    /** The beginning of a value, masked, with invisible and broken characters spelled out. */
    static String quote(String value) {
        String masked = PersonalDataMask.ofPatterns().text(value);
        StringBuilder quoted = new StringBuilder();
        int i = 0;
        while (i < masked.length() && quoted.length() < QUOTE) {
            int point = masked.codePointAt(i);
            i += Character.charCount(point);
            boolean broken = Character.isBmpCodePoint(point) && Character.isSurrogate((char) point);
            if (Character.isISOControl(point) || broken) {
                quoted.append(String.format("\\u%04x", point));
            } else {
                quoted.appendCodePoint(point);
            }
        }
        return i < masked.length() ? quoted.append('…').toString() : quoted.toString();
    }
}
