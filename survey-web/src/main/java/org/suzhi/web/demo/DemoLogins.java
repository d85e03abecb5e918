package org.suzhi.web.demo;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;

/** The logins of the demonstration, surveyors and supervisors twice; their passwords are new at every start, unless one is given for all. */
@Component
class DemoLogins {
    /** Letters and digits that are not mistaken for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 12;
    private final SecureRandom random = new SecureRandom();
    private final Accounts accounts;
    private final String given;
    private final Map<String, String> passwords = new LinkedHashMap<>();

    DemoLogins(Accounts accounts, @Value("${SUZHI_DEMO_PASSWORD:}") String given) {
        this.accounts = accounts;
        this.given = given;
    }

    private record Login(String username, String displayName, Role role, List<String> towns) {}

    private static final List<Login> LOGINS = List.of(
            new Login("surveyor", "调查员 Surveyor", Role.SURVEYOR, List.of()),
            new Login("surveyor2", "调查员乙 Surveyor B", Role.SURVEYOR, List.of()),
            new Login("supervisor", "督导 Supervisor", Role.SUPERVISOR, towns(1, 7)),
            new Login("supervisor2", "督导乙 Supervisor B", Role.SUPERVISOR, towns(8, 13)),
            new Login("statistician", "统计员 Statistician", Role.STATISTICIAN, List.of()),
            new Login("admin", "管理员 Admin", Role.ADMIN, List.of()));

    private static List<String> towns(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(t -> String.format(Locale.ROOT, "t%02d", t))
                .toList();
    }

    /** Makes the accounts, or gives them new passwords; towns are given once. */
    void save() {
        for (Login login : LOGINS) {
            String password = given.isEmpty() ? invent() : given;
            passwords.put(login.username(), password);
            long id = accounts.save(new NewUser(login.username(), login.displayName(), password, login.role()));
            if (!login.towns().isEmpty() && accounts.towns(id).isEmpty()) {
                accounts.setTowns(null, id, login.towns());
            }
        }
    }

    void print(PrintStream out) {
        out.println();
        passwords.forEach((name, password) -> out.printf(
                Locale.ROOT, "login 登录  %-13s %s%n", name, given.isEmpty() ? password : "(SUZHI_DEMO_PASSWORD)"));
    }

    private String invent() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
