package org.suzhi.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages that a signed-in user may open, as the menu of every page. */
@Component
class Menu implements HandlerInterceptor, WebMvcConfigurer {
    private static final List<Role> ALL = List.of(Role.values());
    private static final List<Role> OFFICE = List.of(Role.STATISTICIAN, Role.ADMIN);

    static final List<Entry> ENTRIES = List.of(
            new Entry("collect", ALL),
            Entry.open("division"),
            new Entry("survey", OFFICE),
            new Entry("references", OFFICE),
            new Entry("sampling", OFFICE),
            new Entry("fieldwork", List.of(Role.SUPERVISOR, Role.STATISTICIAN, Role.ADMIN)),
            new Entry("review", List.of(Role.SUPERVISOR, Role.ADMIN)),
            new Entry("forms", OFFICE),
            new Entry("reports", OFFICE),
            new Entry("weights", OFFICE),
            new Entry("workbench", OFFICE),
            new Entry("publications", OFFICE),
            new Entry("exports", OFFICE),
            new Entry("phones", ALL),
            new Entry("users", List.of(Role.ADMIN)));

    /**
     * A page of the menu.
     *
     * @param name its path, and the end of its text's key
     * @param open whether readers without an account may open it too
     */
    record Entry(String name, List<Role> roles, boolean open) {
        Entry(String name, List<Role> roles) {
            this(name, roles, false);
        }

        static Entry open(String name) {
            return new Entry(name, ALL, true);
        }

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

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/openrosa/**", "/api/**");
    }

    /** Before the page is made, so that those that tell of a refusal have it too. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof Authentication login
                && login.getPrincipal() instanceof SignedIn user) {
            request.setAttribute(
                    "menu",
                    ENTRIES.stream()
                            .filter(entry -> entry.roles().contains(user.role()))
                            .toList());
            request.setAttribute("who", user.displayName());
        }
        return true;
    }
}
