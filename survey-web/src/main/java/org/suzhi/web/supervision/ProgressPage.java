package org.suzhi.web.supervision;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.suzhi.web.account.SignedIn;

/** How far the collection of a wave has come; the figures are fetched anew by themselves. */
@Controller
class ProgressPage {
    private final Desk desk;
    private final ProgressReading progress;

    ProgressPage(Desk desk, ProgressReading progress) {
        this.desk = desk;
        this.progress = progress;
    }

    @GetMapping("/fieldwork")
    String progress(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean figuresOnly,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Desk.View view = desk.open(user, year, model);
        model.addAttribute("progress", progress.of(user, view, locale));
        return figuresOnly ? "fieldwork/progress :: figures" : "fieldwork/progress";
    }
}
