package org.suzhi.web.fieldwork;

import org.springframework.security.access.AccessDeniedException;
import org.suzhi.web.account.Role;
import org.suzhi.web.account.SignedIn;

/** What a role may do with the fieldwork; which cases and towns it may do it to, the database tells. */
public enum Right {
    /** See who a respondent is and where; a statistician works without. */
    SEE_CONTACTS,
    /** Add, assign, end and reopen cases, and make links to them. */
    RUN_CASES,
    /** Set up waves and their targets. */
    RUN_WAVES;

    public boolean of(SignedIn user) {
        Role role = user.role();
        return switch (this) {
            case SEE_CONTACTS -> role != Role.STATISTICIAN;
            case RUN_CASES -> role == Role.SUPERVISOR || role == Role.ADMIN;
            case RUN_WAVES -> role == Role.STATISTICIAN || role == Role.ADMIN;
        };
    }

    /** Lets nobody pass who has not this right. */
    public void require(SignedIn user) {
        if (!of(user)) {
            throw new AccessDeniedException("role " + user.role() + " lacks " + this);
        }
    }
}
