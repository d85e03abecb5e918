package org.suzhi.web.quality;

import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.Role;
import org.suzhi.web.account.SignedIn;

/** Which interviews a reviewer may see: a supervisor those of the own towns, an administrator all. */
@Component
class ReviewScope {
    private final Accounts accounts;

    ReviewScope(Accounts accounts) {
        this.accounts = accounts;
    }

    Predicate<Interview> of(SignedIn user) {
        if (user.role() == Role.ADMIN) {
            return interview -> true;
        }
        Set<String> towns = Set.copyOf(accounts.towns(user.id()));
        return interview -> user.role() == Role.SUPERVISOR && towns.contains(interview.town());
    }
}
