package org.suzhi.web.account;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        long id = users.save(user.username(), user.displayName(), hash(user.password()), user.role());
        audit.record(null, "user-saved", subject(id));
        events.publishEvent(new AccountChanged(user.username()));
        return id;
    }

    public boolean any() {
        return users.any();
    }

    /** An account without its password. */
    public record Account(long id, String username, String displayName, Role role, boolean active, List<String> towns) {
        public Account {
            towns = List.copyOf(towns);
        }
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return users.all().stream().map(this::account).toList();
    }

    private Account account(UserTable.Row u) {
        return new Account(u.id(), u.username(), u.displayName(), u.role(), u.active(), users.towns(u.id()));
    }

    public Optional<Long> id(String username) {
        return users.find(username).map(UserTable.Row::id);
    }

    /** Codes of the towns that a supervisor looks after. */
    public List<String> towns(long id) {
        return users.towns(id);
    }

    /** Makes an account on behalf of a user; false when one of that name is there. */
    @Transactional
    public boolean create(long actor, NewUser user) {
        if (users.find(user.username()).isPresent()) {
            return false;
        }
        long id = users.save(user.username(), user.displayName(), hash(user.password()), user.role());
        audit.record(actor, "user-created", subject(id));
        return true;
    }

    @Transactional
    public void setPassword(long actor, long id, String password) {
        NewUser.checkPassword(password);
        users.setPassword(id, hash(password));
        changed(actor, "password-reset", id);
    }

    @Transactional
    public void setRole(long actor, long id, Role role) {
        users.setRole(id, role);
        changed(actor, "role-set-to-" + role.name().toLowerCase(Locale.ROOT), id);
    }

    /** Lets an account sign in, or no more. */
    @Transactional
    public void setActive(long actor, long id, boolean active) {
        users.setActive(id, active);
        changed(actor, active ? "user-activated" : "user-deactivated", id);
    }

    /** Sets the towns that a supervisor looks after; a null actor is the server itself. */
    @Transactional
    public void setTowns(@Nullable Long actor, long id, Collection<String> towns) {
        users.setTowns(id, towns);
        audit.record(actor, "towns-set", subject(id));
    }

    private void changed(@Nullable Long actor, String action, long id) {
        audit.record(actor, action, subject(id));
        events.publishEvent(new AccountChanged(username(id)));
    }

    private String username(long id) {
        return users.all().stream()
                .filter(u -> u.id() == id)
                .map(UserTable.Row::username)
                .findFirst()
                .orElseThrow();
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    private static String subject(long id) {
        return "user/" + id;
    }
}
