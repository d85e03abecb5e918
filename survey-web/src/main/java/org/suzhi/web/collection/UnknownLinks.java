package org.suzhi.web.collection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** Counts respondent links that are not known, by the network address that asks, and bars one that guesses. */
@Component
final class UnknownLinks {
    static final int MOST = 20;
    static final Duration SPAN = Duration.ofMinutes(15);
    private static final int PRUNE_FROM = 10_000;

    private record Count(int unknown, Instant until) {}

    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    UnknownLinks(Clock clock) {
        this.clock = clock;
    }

    void refuseBarred(String address) {
        Count count = counts.get(address);
        if (count != null && count.unknown >= MOST && !isOver(count)) {
            throw Problem.of(ProblemCode.TOO_MANY_UNKNOWN_LINKS);
        }
    }

    void unknown(String address) {
        if (counts.size() >= PRUNE_FROM) {
            counts.values().removeIf(this::isOver);
        }
        counts.merge(
                address,
                new Count(1, clock.instant().plus(SPAN)),
                (old, fresh) -> isOver(old) ? fresh : new Count(old.unknown + 1, old.until));
    }

    private boolean isOver(Count count) {
        return !clock.instant().isBefore(count.until);
    }
}
