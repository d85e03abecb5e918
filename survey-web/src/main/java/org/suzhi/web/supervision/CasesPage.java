package org.suzhi.web.supervision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.CaseFile;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.CaseWork;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.SurveyCase;
import org.suzhi.web.questionnaire.UploadedFile;

/** The cases of a wave: found, handed out, added from a file. */
@Controller
class CasesPage {
    private static final int PAGE = 100;
    private static final int MOST_PROBLEMS_SHOWN = 200;

    private final Desk desk;
    private final CaseWork work;
    private final Cases cases;
    private final Fieldwork fieldwork;

    CasesPage(Desk desk, CaseWork work, Cases cases, Fieldwork fieldwork) {
        this.desk = desk;
        this.work = work;
        this.cases = cases;
        this.fieldwork = fieldwork;
    }

    /**
     * What is looked for; empty means any.
     *
     * @param surveyor id of the assignee, or {@code none}
     */
    record Search(
            @Nullable Integer year,
            @Nullable String town,
            @Nullable String psu,
            @Nullable String surveyor,
            @Nullable String status,
            @Nullable Integer page) {
        Cases.Filter filter(long wave) {
            String assignee = given(surveyor);
            boolean nobody = "none".equals(assignee);
            return new Cases.Filter(
                    wave, given(town), given(psu), nobody ? null : number(assignee), nobody, known(given(status)));
        }

        int offset() {
            return page == null || page < 1 ? 0 : (page - 1) * PAGE;
        }

        private static @Nullable String given(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }

        private static @Nullable Long number(@Nullable String value) {
            return value == null || !value.matches("\\d{1,18}") ? null : Long.valueOf(value);
        }

        private static @Nullable CaseStatus known(@Nullable String value) {
            return List.of(CaseStatus.values()).stream()
                    .filter(s -> s.name().equals(value))
                    .findFirst()
                    .orElse(null);
        }
    }

    @GetMapping("/fieldwork/cases")
    String cases(
            @ModelAttribute("search") Search search,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Desk.View view = desk.open(user, search.year(), model);
        Cases.Filter filter = search.filter(view.wave().id());
        int found = cases.count(user.id(), filter);
        model.addAttribute("found", found);
        model.addAttribute("pages", (found + PAGE - 1) / PAGE);
        model.addAttribute("page", search.offset() / PAGE + 1);
        model.addAttribute("cases", work.list(user, filter, PAGE, search.offset()));
        model.addAttribute("towns", view.towns());
        model.addAttribute("townNames", names(view.towns(), locale));
        model.addAttribute("psus", desk.psus(view, locale));
        model.addAttribute("surveyors", desk.surveyors());
        model.addAttribute("statuses", CaseStatus.values());
        return "fieldwork/cases";
    }

    private static Map<String, String> names(List<NamedCode> towns, Locale locale) {
        return towns.stream().collect(Collectors.toMap(NamedCode::code, town -> town.name(locale)));
    }

    /** Assigns the ticked cases, or all that the search finds. */
    @PostMapping("/fieldwork/cases/assign")
    String assign(
            @ModelAttribute("search") Search search,
            @RequestParam(required = false) @Nullable List<Long> ids,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String assignee,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Right.RUN_CASES.require(user);
        Desk.View view = desk.open(user, search.year(), model);
        List<Long> chosen = all
                ? cases.list(user.id(), search.filter(view.wave().id()), Integer.MAX_VALUE, 0).stream()
                        .map(SurveyCase::id)
                        .toList()
                : ids == null ? List.of() : ids;
        boolean nobody = assignee.equals("none");
        var surveyor = desk.surveyors().stream()
                .filter(a -> String.valueOf(a.id()).equals(assignee))
                .findFirst();
        if (chosen.isEmpty() || (surveyor.isEmpty() && !nobody)) {
            redirect.addFlashAttribute(
                    "wrong", List.of(desk.text(locale, chosen.isEmpty() ? "cases.none-chosen" : "cases.no-surveyor")));
        } else {
            int done = work.assign(
                    user, chosen, nobody ? null : surveyor.orElseThrow().id());
            redirect.addFlashAttribute("told", desk.text(locale, "cases.assigned", done, chosen.size() - done));
        }
        return back(search, redirect);
    }

    private static String back(Search search, RedirectAttributes redirect) {
        redirect.addAttribute("year", search.year());
        redirect.addAttribute("town", search.town());
        redirect.addAttribute("psu", search.psu());
        redirect.addAttribute("surveyor", search.surveyor());
        redirect.addAttribute("status", search.status());
        return "redirect:/fieldwork/cases";
    }

    /** Adds the cases of a file; where anything is wrong in it, everything wrong is told and nothing is added. */
    @PostMapping("/fieldwork/cases/import")
    String add(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Right.RUN_CASES.require(user);
        Desk.View view = desk.open(user, year, model);
        long wave = view.wave().id();
        Map<String, Long> surveyors =
                desk.surveyors().stream().collect(Collectors.toMap(Accounts.Account::username, Accounts.Account::id));
        CaseFile read = CaseFile.read(
                UploadedFile.bytes(file),
                new CaseFile.Known(
                        fieldwork.psuTowns(wave), view.townCodes(), Set.copyOf(cases.codes(wave)), surveyors.keySet()));
        if (read.problems().isEmpty()) {
            work.add(user, wave, read, surveyors);
            redirect.addFlashAttribute(
                    "told", desk.text(locale, "cases.imported", read.cases().size()));
        } else {
            redirect.addFlashAttribute("wrong", desk.words(read.problems(), MOST_PROBLEMS_SHOWN, locale));
        }
        redirect.addAttribute("year", view.wave().year());
        return "redirect:/fieldwork/cases";
    }
}
