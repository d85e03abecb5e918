package org.suzhi.web.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.CaseWork;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.ContactAttempt;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Links;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.RespondentLink;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.SurveyCase;
import org.suzhi.web.fieldwork.Wave;

/** One case with its visits, its response and its links. */
@Controller
class CasePage {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Desk desk;
    private final CaseWork work;
    private final Cases cases;
    private final Fieldwork fieldwork;
    private final Links links;
    private final Clock clock;

    CasePage(Desk desk, CaseWork work, Cases cases, Fieldwork fieldwork, Links links, Clock clock) {
        this.desk = desk;
        this.work = work;
        this.cases = cases;
        this.fieldwork = fieldwork;
        this.links = links;
        this.clock = clock;
    }

    record Visit(
            String at,
            String outcome,
            String note,
            @Nullable String by) {}

    record LinkRow(
            String made,
            LocalDate validUntil,
            RespondentLink.State state,
            @Nullable String usedAt) {}

    @GetMapping("/fieldwork/cases/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
        SurveyCase c = find(user, id);
        Wave wave = fieldwork.wave(c.waveId()).orElseThrow();
        desk.open(user, wave.year(), model);
        model.addAttribute("one", c);
        model.addAttribute("psuName", desk.psuName(wave, c.psuCode(), locale));
        model.addAttribute(
                "visits",
                cases.attempts(id).stream()
                        .map(a -> new Visit(minute(a.at()), a.outcome(), note(user, a), a.madeBy()))
                        .toList());
        model.addAttribute("response", cases.response(id).orElse(null));
        model.addAttribute("links", links.of(id).stream().map(this::row).toList());
        model.addAttribute("outcomes", Outcome.ofVisits());
        model.addAttribute("surveyors", desk.surveyors());
        return "fieldwork/case";
    }

    /** A note may tell who lives where: it is contact data. */
    private static String note(SignedIn user, ContactAttempt attempt) {
        return Right.SEE_CONTACTS.of(user) ? attempt.note() : "";
    }

    private LinkRow row(RespondentLink link) {
        Instant used = link.usedAt();
        return new LinkRow(
                minute(link.createdAt()),
                link.validUntil(),
                link.state(LocalDate.now(clock)),
                used == null ? null : minute(used));
    }

    private String minute(Instant at) {
        return MINUTE.format(ZonedDateTime.ofInstant(at, clock.getZone()));
    }

    private SurveyCase find(SignedIn user, long id) {
        return work.find(user, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/fieldwork/cases/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        SurveyCase c = find(user, id);
        Optional<Outcome> disposition =
                Outcome.of(outcome).filter(o -> o.isOfAVisit() || c.status() == CaseStatus.DONE);
        if (disposition.isEmpty()) {
            redirect.addFlashAttribute("wrong", List.of(desk.text(locale, "case.no-outcome")));
        } else if (work.end(user, id, disposition.get())) {
            redirect.addFlashAttribute("told", desk.text(locale, "case.ended"));
        }
        return "redirect:/fieldwork/cases/" + id;
    }

    @PostMapping("/fieldwork/cases/{id}/reopen")
    String reopen(
            @PathVariable long id, @AuthenticationPrincipal SignedIn user, Locale locale, RedirectAttributes redirect) {
        find(user, id);
        if (work.end(user, id, null)) {
            redirect.addFlashAttribute("told", desk.text(locale, "case.reopened"));
        } else {
            redirect.addFlashAttribute("wrong", List.of(desk.text(locale, "case.has-response")));
        }
        return "redirect:/fieldwork/cases/" + id;
    }

    @PostMapping("/fieldwork/cases/{id}/assign")
    String assign(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String assignee,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        find(user, id);
        var surveyor = desk.surveyors().stream()
                .filter(a -> String.valueOf(a.id()).equals(assignee))
                .findFirst();
        if (surveyor.isEmpty() && !assignee.equals("none")) {
            redirect.addFlashAttribute("wrong", List.of(desk.text(locale, "cases.no-surveyor")));
        } else {
            Long to = surveyor.isPresent() ? surveyor.get().id() : null;
            int done = work.assign(user, List.of(id), to);
            redirect.addFlashAttribute("told", desk.text(locale, "cases.assigned", done, 1 - done));
        }
        return "redirect:/fieldwork/cases/" + id;
    }

    /** Records a visit or call that a supervisor made, or was told of. */
    @PostMapping("/fieldwork/cases/{id}/attempts")
    String attempt(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        Right.RUN_CASES.require(user);
        SurveyCase c = find(user, id);
        boolean known = Outcome.of(outcome).filter(Outcome::isOfAVisit).isPresent();
        if (!known || note.length() > CaseWork.LONGEST_NOTE) {
            redirect.addFlashAttribute(
                    "wrong",
                    List.of(
                            known
                                    ? desk.text(
                                            locale,
                                            "form.too-long",
                                            desk.text(locale, "field.note"),
                                            CaseWork.LONGEST_NOTE)
                                    : desk.text(locale, "case.no-outcome")));
        } else {
            work.attempt(user, c, new ContactAttempt(UUID.randomUUID(), clock.instant(), outcome, note.strip(), null));
            redirect.addFlashAttribute("told", desk.text(locale, "case.visited"));
        }
        return "redirect:/fieldwork/cases/" + id;
    }
}
