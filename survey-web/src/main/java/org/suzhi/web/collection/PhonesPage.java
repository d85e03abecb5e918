package org.suzhi.web.collection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.suzhi.web.account.PhoneKeys;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** The page of the user's own phones with ODK Collect. */
@Controller
@RequestMapping("/phones")
class PhonesPage {
    private final PhoneKeys keys;
    private final PhoneSetup setup;
    private final Fieldwork fieldwork;
    private final Clock clock;

    PhonesPage(PhoneKeys keys, PhoneSetup setup, Fieldwork fieldwork, Clock clock) {
        this.keys = keys;
        this.setup = setup;
        this.fieldwork = fieldwork;
        this.clock = clock;
    }

    @ModelAttribute("synthetic")
    boolean synthetic() {
        return fieldwork.survey().map(Survey::synthetic).orElse(false);
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return clock.getZone();
    }

    @GetMapping
    String phones(@AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("phones", keys.of(user));
        model.addAttribute("longestName", PhoneSetup.LONGEST_NAME);
        return "phones";
    }

    /** Makes a key and shows its code; both are told this once, so the page is not to be kept (Spring Security sees to it). */
    @PostMapping
    String add(
            @RequestParam String name,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("made", setup.add(user, name, request));
        return phones(user, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, @AuthenticationPrincipal SignedIn user) {
        if (!keys.revoke(user, id)) {
            throw Problem.of(ProblemCode.NOT_FOUND, id);
        }
        return "redirect:/phones";
    }
}
