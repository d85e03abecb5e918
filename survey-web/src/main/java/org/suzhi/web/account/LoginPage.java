package org.suzhi.web.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to sign in on; Spring Security takes what it posts. */
@Controller
class LoginPage {
    @GetMapping("/login")
    String login() {
        return "login";
    }
}
