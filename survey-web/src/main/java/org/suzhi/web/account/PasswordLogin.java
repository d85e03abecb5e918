package org.suzhi.web.account;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.suzhi.web.account.jdbc.UserTable;

/** Signs in by name and password, on the login page and with every Basic request alike: cheap when right of late. */
@Component
final class PasswordLogin implements AuthenticationProvider {
    private final DaoAuthenticationProvider stored;
    private final RecentLogins recent;
    private final WrongLogins wrong;

    PasswordLogin(UserTable users, PasswordEncoder passwords, RecentLogins recent, WrongLogins wrong) {
        this.stored = new DaoAuthenticationProvider(username -> users.find(username)
                .map(Credentials::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("no such user")));
        this.stored.setPasswordEncoder(passwords);
        this.recent = recent;
        this.wrong = wrong;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String username = login.getName();
        String password = String.valueOf(login.getCredentials());
        Optional<SignedIn> known = recent.find(username, password);
        if (known.isPresent()) {
            return signedIn(known.get(), login);
        }
        String address = address(login.getDetails());
        // Known phones go on above while a stranger keeps their account barred.
        if (wrong.barred(username, address)) {
            throw new TooManyWrongLogins();
        }
        long seen = recent.changes();
        SignedIn user;
        try {
            user = (SignedIn) Objects.requireNonNull(
                    Objects.requireNonNull(stored.authenticate(login)).getPrincipal());
        } catch (BadCredentialsException e) {
            wrong.wrong(username, address);
            throw e;
        }
        wrong.right(username);
        recent.remember(username, password, user, seen);
        return signedIn(user, login);
    }

    private static Authentication signedIn(SignedIn user, Authentication login) {
        var token = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        token.setDetails(login.getDetails());
        return token;
    }

    private static String address(@Nullable Object details) {
        return details instanceof WebAuthenticationDetails web ? String.valueOf(web.getRemoteAddress()) : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
