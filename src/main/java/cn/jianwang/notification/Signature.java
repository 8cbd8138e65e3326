package cn.jianwang.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By which the platform knows that a notification is ours and was not altered. */
final class Signature {

    static final String HEADER = "X-Jianwang-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {
    }

    /** {@code sha256=} and the HMAC-SHA256 of the body in hexadecimal. */
    static String of(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
