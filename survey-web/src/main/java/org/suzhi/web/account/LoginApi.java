package org.suzhi.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The web form's own login: whose it is, and its end. */
@RestController
@RequestMapping("/api/v1/collect/login")
class LoginApi {
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    record Surveyor(String username, String displayName) {}

    @GetMapping
    ResponseEntity<Surveyor> whose(@AuthenticationPrincipal SignedIn user) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Surveyor(user.getUsername(), user.displayName()));
    }

    /** Ends the login here and on the server; a page of another site cannot send a DELETE. */
    @DeleteMapping
    ResponseEntity<Void> end(HttpServletRequest request, HttpServletResponse response, Authentication login) {
        logout.logout(request, response, login);
        return ResponseEntity.noContent().build();
    }
}
