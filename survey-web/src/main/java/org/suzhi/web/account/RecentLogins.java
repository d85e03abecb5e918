package org.suzhi.web.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Remembers for some minutes which passwords proved right, since ODK's clients send theirs with every request and
 * Argon2id takes its time by design. Held is a keyed hash of the password, under a key that dies with the process.
 */
@Component
final class RecentLogins {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private record Login(String mac, SignedIn user, Instant until) {}

    private final SecretKeySpec key;
    private final Clock clock;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    RecentLogins(Clock clock) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.clock = clock;
    }

    /** The user of that name, if this very password proved right a short while ago. */
    Optional<SignedIn> find(String username, String password) {
        Login login = logins.get(username);
        if (login == null || !same(login.mac, mac(username, password))) {
            return Optional.empty();
        }
        return Optional.of(login).filter(l -> clock.instant().isBefore(l.until)).map(Login::user);
    }

    /** Counts account changes: a login verified while one happened must not be remembered. */
    long changes() {
        return changes.get();
    }

    /** Remembers a password that proved right, unless an account was changed since {@code seen} was counted. */
    void remember(String username, String password, SignedIn user, long seen) {
        logins.put(
                username,
                new Login(mac(username, password), user, clock.instant().plus(KEPT)));
        if (changes.get() != seen) {
            logins.remove(username);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void accountChanged(AccountChanged event) {
        changes.incrementAndGet();
        logins.remove(event.username());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String username, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(username.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
