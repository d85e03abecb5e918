package org.suzhi.web.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The pages that a signed-in user may open, as the menu of every page. */
@ControllerAdvice(annotations = Controller.class)
class Menu {
    private static final List<Role> ALL = List.of(Role.values());
    private static final List<Role> OFFICE = List.of(Role.STATISTICIAN, Role.ADMIN);

    static final List<Entry> ENTRIES = List.of(
            new Entry("collect", ALL),
            new Entry("fieldwork", List.of(Role.SUPERVISOR, Role.STATISTICIAN, Role.ADMIN)),
            new Entry("review", List.of(Role.SUPERVISOR, Role.ADMIN)),
            new Entry("forms", OFFICE),
            new Entry("exports", OFFICE),
            new Entry("phones", ALL),
            new Entry("users", List.of(Role.ADMIN)));

    /**
     * A page of the menu.
     *
     * @param name its path, and the end of its text's key
     */
    record Entry(String name, List<Role> roles) {
        public String path() {
            return "/" + name;
        }

        public String key() {
            return "menu." + name;
        }

        String[] roleNames() {
            return roles.stream().map(Role::name).toArray(String[]::new);
        }
    }

    @ModelAttribute("menu")
    List<Entry> menu(@AuthenticationPrincipal @Nullable SignedIn user) {
        return user == null
                ? List.of()
                : ENTRIES.stream()
                        .filter(entry -> entry.roles().contains(user.role()))
                        .toList();
    }

    @ModelAttribute("who")
    @Nullable
    String who(@AuthenticationPrincipal @Nullable SignedIn user) {
        return user == null ? null : user.displayName();
    }
}
