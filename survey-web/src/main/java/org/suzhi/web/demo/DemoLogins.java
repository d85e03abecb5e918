package org.suzhi.web.demo;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;

/** The four logins of the demonstration; their passwords are new at every start, unless one is given for all. */
@Component
class DemoLogins {
    /** Letters and digits that are not mistaken for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 12;
    private final SecureRandom random = new SecureRandom();
    private final Accounts accounts;
    private final String given;

    DemoLogins(Accounts accounts, @Value("${SUZHI_DEMO_PASSWORD:}") String given) {
        this.accounts = accounts;
        this.given = given;
    }

    void print(PrintStream out) {
        out.println();
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            String password = given.isEmpty() ? invent() : given;
            accounts.save(new NewUser(name, displayName(role), password, role));
            out.printf(Locale.ROOT, "login 登录  %-13s %s%n", name, given.isEmpty() ? password : "(SUZHI_DEMO_PASSWORD)");
        }
    }

    private static String displayName(Role role) {
        return switch (role) {
            case SURVEYOR -> "调查员 Surveyor";
            case SUPERVISOR -> "督导 Supervisor";
            case STATISTICIAN -> "统计员 Statistician";
            case ADMIN -> "管理员 Admin";
        };
    }

    private String invent() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
