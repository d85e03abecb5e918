package org.suzhi.web.supervision;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Survey;

/** Accounts: made, given a role and towns, a new password, barred. For administrators; its address is guarded. */
@Controller
class UsersPage {
    private static final int LONGEST_NAME = 80;

    private final Desk desk;
    private final Accounts accounts;
    private final Fieldwork fieldwork;

    UsersPage(Desk desk, Accounts accounts, Fieldwork fieldwork) {
        this.desk = desk;
        this.accounts = accounts;
        this.fieldwork = fieldwork;
    }

    @GetMapping("/users")
    String users(Model model) {
        add(model);
        model.addAttribute("users", accounts.all());
        return "fieldwork/users";
    }

    @GetMapping("/users/{id}")
    String one(@PathVariable long id, Model model) {
        add(model);
        model.addAttribute("one", find(id));
        return "fieldwork/user";
    }

    private void add(Model model) {
        model.addAttribute(
                "synthetic", fieldwork.survey().map(Survey::synthetic).orElse(false));
        model.addAttribute("roles", Role.values());
        model.addAttribute("towns", towns());
    }

    private List<NamedCode> towns() {
        return fieldwork.survey().map(s -> fieldwork.towns(s.id())).orElse(List.of());
    }

    private Accounts.Account find(long id) {
        return accounts.all().stream()
                .filter(a -> a.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/users")
    String create(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam Role role,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        String problem = !NewUser.isUsername(username)
                ? desk.text(locale, "users.bad-name", username)
                : !NewUser.isPassword(password)
                        ? desk.text(locale, "users.short-password", NewUser.SHORTEST_PASSWORD)
                        : displayName.isBlank() || displayName.length() > LONGEST_NAME
                                ? desk.text(locale, "users.bad-display-name", LONGEST_NAME)
                                : null;
        if (problem == null
                && !accounts.create(user.id(), new NewUser(username, displayName.strip(), password, role))) {
            problem = desk.text(locale, "users.name-taken", username);
        }
        tell(redirect, problem, desk.text(locale, "users.created", username));
        return "redirect:/users";
    }

    @PostMapping("/users/{id}/password")
    String setPassword(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        find(id);
        boolean fits = NewUser.isPassword(password);
        if (fits) {
            accounts.setPassword(user.id(), id, password);
        }
        tell(
                redirect,
                fits ? null : desk.text(locale, "users.short-password", NewUser.SHORTEST_PASSWORD),
                desk.text(locale, "users.password-set"));
        return "redirect:/users/" + id;
    }

    @PostMapping("/users/{id}/role")
    String setRole(
            @PathVariable long id,
            @RequestParam Role role,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        find(id);
        String problem = id == user.id() ? desk.text(locale, "users.not-yourself") : null;
        if (problem == null) {
            accounts.setRole(user.id(), id, role);
        }
        tell(redirect, problem, desk.text(locale, "users.role-set"));
        return "redirect:/users/" + id;
    }

    @PostMapping("/users/{id}/active")
    String setActive(
            @PathVariable long id,
            @RequestParam boolean active,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        find(id);
        String problem = id == user.id() ? desk.text(locale, "users.not-yourself") : null;
        if (problem == null) {
            accounts.setActive(user.id(), id, active);
        }
        tell(redirect, problem, desk.text(locale, active ? "users.activated" : "users.deactivated"));
        return "redirect:/users/" + id;
    }

    @PostMapping("/users/{id}/towns")
    String setTowns(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Set<String> towns,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        find(id);
        Set<String> known = towns().stream().map(NamedCode::code).collect(Collectors.toSet());
        Set<String> chosen = towns == null
                ? Set.of()
                : towns.stream().filter(known::contains).collect(Collectors.toSet());
        accounts.setTowns(user.id(), id, chosen);
        tell(redirect, null, desk.text(locale, "users.towns-set", chosen.size()));
        return "redirect:/users/" + id;
    }

    private static void tell(RedirectAttributes redirect, @Nullable String problem, String done) {
        if (problem == null) {
            redirect.addFlashAttribute("told", done);
        } else {
            redirect.addFlashAttribute("wrong", List.of(problem));
        }
    }
}
