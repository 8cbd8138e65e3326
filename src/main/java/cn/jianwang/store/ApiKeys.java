package cn.jianwang.store;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keys that open the API.
 *
 * <p>A key is 256 random bits, so that nobody can guess it from its hash: plain SHA-256 keeps it safe, and a slow password
 * hash, which makes up for short human passwords, would only slow down every request.
 */
@Repository
public class ApiKeys {

    /** A key as listed; the secret itself is shown once and kept nowhere. */
    public record Key(String id, String name, boolean internal, boolean admin, OffsetDateTime createdAt, OffsetDateTime revokedAt) {
    }

    /** A new key with its secret. */
    public record Issued(String id, String secret) {
    }

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 4;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes a key.
     *
     * @param internal whether its holder sees whole decisions; without it only the receipt is shown
     */
    public Issued add(String name, boolean internal) {
        return add(name, internal, false);
    }

    /** Makes a key that also opens the releases: to publish, activate and roll back. Its holder sees whole decisions. */
    public Issued addAdmin(String name) {
        return add(name, true, true);
    }

    private Issued add(String name, boolean internal, boolean admin) {
        String id = HexFormat.of().formatHex(bytes(ID_BYTES));
        String secret = "jw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        jdbc.sql("insert into api_key (id, name, key_hash, internal, admin, created_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, name, Sha256.hex(secret), internal, admin, now()).update();
        return new Issued(id, secret);
    }

    /** All keys ever made, oldest first. */
    public List<Key> list() {
        return jdbc.sql("select id, name, internal, admin, created_at, revoked_at from api_key order by created_at, id")
                .query(Key.class).list();
    }

    /** Takes effect with the next request. False where there is no such key in force. */
    public boolean revoke(String id) {
        return jdbc.sql("update api_key set revoked_at = ? where id = ? and revoked_at is null").params(now(), id).update() > 0;
    }

    public boolean anyInForce() {
        return jdbc.sql("select exists (select 1 from api_key where revoked_at is null)").query(Boolean.class).single();
    }

    /** The key in force with this secret. */
    public Optional<Key> find(String secret) {
        return jdbc.sql("select id, name, internal, admin, created_at, revoked_at from api_key "
                + "where key_hash = ? and revoked_at is null").param(Sha256.hex(secret)).query(Key.class).optional();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
