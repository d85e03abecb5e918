package org.suzhi.web.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.suzhi.web.account.jdbc.PhoneKeyTable;

/**
 * Keys that let one phone in without a password: a token in the server's address, made by a settings code, revoked when
 * the phone is lost. Stored is the token's hash.
 */
@Service
public class PhoneKeys {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int TOKEN_BYTES = 32;

    private record Known(SignedIn user, Instant until) {}

    /** A key just made; nobody can be told the token again. */
    public record NewKey(long id, String token) {
        @Override
        public String toString() {
            return "NewKey[" + id + "]";
        }
    }

    private final PhoneKeyTable table;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    PhoneKeys(PhoneKeyTable table, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public NewKey issue(SignedIn user, String name) {
        String token = SecretToken.random(TOKEN_BYTES);
        long id = table.insert(user.id(), name, SecretToken.hash(token));
        audit.record(user.id(), "phone-key-issued", "phone_key/" + id);
        return new NewKey(id, token);
    }

    public List<PhoneKey> of(SignedIn user) {
        return table.of(user.id());
    }

    /**
     * Revokes a key of this user's.
     *
     * @return false when the user has no such key
     */
    @Transactional
    public boolean revoke(SignedIn user, long id) {
        boolean revoked = table.revoke(user.id(), id);
        if (revoked) {
            audit.record(user.id(), "phone-key-revoked", "phone_key/" + id);
            events.publishEvent(new KeyRevoked(user.getUsername()));
        }
        return revoked;
    }

    /** Whose key this token is, if it is a key that holds and the account is active. */
    public Optional<SignedIn> user(String token) {
        String hash = SecretToken.hash(token);
        Instant now = clock.instant();
        Known entry = known.get(hash);
        if (entry != null && now.isBefore(entry.until)) {
            return Optional.of(entry.user);
        }
        long seen = changes.get();
        Optional<SignedIn> found = table.user(hash).map(Credentials::signedIn).filter(SignedIn::isEnabled);
        found.ifPresentOrElse(
                user -> {
                    known.put(hash, new Known(user, now.plus(KEPT)));
                    if (changes.get() != seen) {
                        known.remove(hash);
                    }
                },
                () -> known.remove(hash));
        return found;
    }

    @TransactionalEventListener(fallbackExecution = true)
    public void accountChanged(AccountChanged event) {
        forget(event.username());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void keyRevoked(KeyRevoked event) {
        forget(event.username());
    }

    private void forget(String username) {
        changes.incrementAndGet();
        known.values().removeIf(k -> k.user.getUsername().equals(username));
    }
}
