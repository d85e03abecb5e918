package org.suzhi.web.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Sessions do not outlive the password, role or account that they were begun with. */
@Component
final class EndedSessions {
    private final Map<String, Long> endedAt = new ConcurrentHashMap<>();

    /** Ends all sessions of the account that have begun until now. */
    void end(String username) {
        endedAt.put(username, System.nanoTime());
    }

    boolean isEnded(SignedIn user) {
        Long moment = endedAt.get(user.getUsername());
        return moment != null && user.isReadBefore(moment);
    }
}
