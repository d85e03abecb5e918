package org.suzhi.web.account;

import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.jdbc.UserTable;

/** Makes accounts and tells who there is. */
@Service
public class Accounts {
    private final UserTable users;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Accounts(UserTable users, PasswordEncoder passwords, AuditLog audit, ApplicationEventPublisher events) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Makes an account, or gives an existing one of that name the new password, display name and role.
     *
     * @return the account's id
     */
    @Transactional
    public long save(NewUser user) {
        long id = users.save(
                user.username(),
                user.displayName(),
                Objects.requireNonNull(passwords.encode(user.password())),
                user.role());
        audit.record(null, "user-saved", "user/" + id);
        events.publishEvent(new AccountChanged(user.username()));
        return id;
    }

    public boolean any() {
        return users.any();
    }
}
