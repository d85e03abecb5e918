package org.suzhi.web.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.suzhi.web.account.Role;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.quality.jdbc.ReviewTables;

/** The pages of call-backs and, for administrators, of the audit log. */
@Controller
class CallBackPages {
    private static final int AUDIT_ROWS = 200;
    private final Reviews reviews;
    private final CallBacks callBacks;
    private final ReviewTables tables;
    private final Fieldwork fieldwork;

    CallBackPages(Reviews reviews, CallBacks callBacks, ReviewTables tables, Fieldwork fieldwork) {
        this.reviews = reviews;
        this.callBacks = callBacks;
        this.tables = tables;
        this.fieldwork = fieldwork;
    }

    private Wave wave(@Nullable Integer year) {
        return reviews.waves().stream()
                .filter(w -> year == null || w.year() == year)
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, String.valueOf(year)));
    }

    @GetMapping("/review/call-backs")
    String list(
            @RequestParam(required = false) @Nullable Integer year,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        Wave wave = wave(year);
        List<CallBack> all = callBacks.of(reviews.wave(wave, user));
        model.addAttribute(
                "synthetic", fieldwork.survey().map(Survey::synthetic).orElse(false));
        model.addAttribute("years", reviews.waves().stream().map(Wave::year).toList());
        model.addAttribute("year", wave.year());
        model.addAttribute(
                "open", all.stream().filter(c -> c.reached().isEmpty()).toList());
        model.addAttribute("tallies", CallBacks.tally(all));
        return "call-backs";
    }

    @PostMapping("/review/call-backs/draw")
    String draw(@RequestParam int year, @RequestParam long seed, @AuthenticationPrincipal SignedIn user) {
        callBacks.draw(wave(year), seed, user);
        return "redirect:/review/call-backs?year=" + year;
    }

    @PostMapping("/review/call-backs/{callBack}")
    String tell(
            @PathVariable long callBack,
            @RequestParam int year,
            @RequestParam boolean reached,
            @RequestParam(defaultValue = "false") boolean tookPlace,
            @RequestParam(defaultValue = "0") int agreeing,
            @RequestParam(defaultValue = "0") int asked,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn user) {
        callBacks.tell(wave(year), callBack, new CallBack.Result(reached, tookPlace, agreeing, asked, note), user);
        return "redirect:/review/call-backs?year=" + year;
    }

    @GetMapping("/review/audit")
    String audit(@AuthenticationPrincipal SignedIn user, Model model) {
        if (user.role() != Role.ADMIN) {
            throw new AccessDeniedException("the audit log is for administrators");
        }
        model.addAttribute(
                "synthetic", fieldwork.survey().map(Survey::synthetic).orElse(false));
        model.addAttribute("entries", tables.audit(AUDIT_ROWS));
        return "audit";
    }
}
