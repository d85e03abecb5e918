package org.suzhi.web.account;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** The user of the current request, with the id that responses and the audit log refer to. */
public final class SignedIn extends User {
    private static final long serialVersionUID = 1L;
    private final long id;
    private final String displayName;
    private final Role role;

    SignedIn(long id, String username, String displayName, String passwordHash, Role role, boolean active) {
        super(
                username,
                passwordHash,
                active,
                true,
                true,
                true,
                List.of(new SimpleGrantedAuthority("ROLE_" + role.name())));
        this.id = id;
        this.displayName = displayName;
        this.role = role;
    }

    public long id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }

    /** Whether this user may correct what others sent. */
    public boolean reviews() {
        return role == Role.SUPERVISOR || role == Role.ADMIN;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
