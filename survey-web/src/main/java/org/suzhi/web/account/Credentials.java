package org.suzhi.web.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.suzhi.web.account.jdbc.UserTable;

/** How a user is known: the stored account and its Argon2id hash. */
@Configuration(proxyBeanMethods = false)
class Credentials {
    static SignedIn signedIn(UserTable.Row u) {
        return new SignedIn(u.id(), u.username(), u.displayName(), u.passwordHash(), u.role(), u.active());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
