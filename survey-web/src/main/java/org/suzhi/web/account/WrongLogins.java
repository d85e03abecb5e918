package org.suzhi.web.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts wrong logins by account and by address, and bars either for the rest of a quarter of an hour once there are too
 * many. An address may fail more often than an account: a whole office can stand behind one.
 */
@Component
final class WrongLogins {
    static final int MOST_BY_ACCOUNT = 10;
    static final int MOST_BY_ADDRESS = 50;
    static final Duration SPAN = Duration.ofMinutes(15);
    private static final int PRUNE_FROM = 10_000;

    private record Count(int wrong, Instant until) {}

    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    WrongLogins(Clock clock) {
        this.clock = clock;
    }

    boolean barred(String username, String address) {
        return reached(account(username), MOST_BY_ACCOUNT) || reached(address(address), MOST_BY_ADDRESS);
    }

    void wrong(String username, String address) {
        if (counts.size() >= PRUNE_FROM) {
            counts.values().removeIf(this::isOver);
        }
        count(account(username));
        count(address(address));
    }

    /** A right password clears the account, not the address: else one own account would open all others to guessing. */
    void right(String username) {
        counts.remove(account(username));
    }

    private static String account(String username) {
        return "account " + username;
    }

    private static String address(String address) {
        return "address " + address;
    }

    private boolean reached(String key, int most) {
        Count count = counts.get(key);
        return count != null && !isOver(count) && count.wrong >= most;
    }

    private void count(String key) {
        counts.merge(
                key,
                new Count(1, clock.instant().plus(SPAN)),
                (old, fresh) -> isOver(old) ? fresh : new Count(old.wrong + 1, old.until));
    }

    private boolean isOver(Count count) {
        return !clock.instant().isBefore(count.until);
    }
}
