package org.suzhi.web.weighting.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.microdata.Problem;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.fieldwork.MarginVersion;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.WaveAnalyses;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;
import org.suzhi.web.weighting.Mergers;
import org.suzhi.web.weighting.PlanWork;
import org.suzhi.web.weighting.WeightingChoices;
import org.suzhi.web.weighting.WeightingPlan;
import org.suzhi.web.weighting.WeightingRun;
import org.suzhi.web.weighting.WeightingRuns;

/** Saves plans, takes up proposed mergers, accepts and withdraws. */
@Controller
class PlanPosts {
    private static final int LONGEST_NOTE = 200;
    private final WeightingDesk weighting;
    private final Desk desk;
    private final ShownPlans shown;
    private final PlanWork work;
    private final MarginVersions margins;
    private final WeightingRuns runs;
    private final WaveAnalyses analyses;
    private final Extracts extracts;
    private final SparseMargins sparse;

    PlanPosts(
            WeightingDesk weighting,
            Desk desk,
            ShownPlans shown,
            PlanWork work,
            MarginVersions margins,
            WeightingRuns runs,
            WaveAnalyses analyses,
            Extracts extracts,
            SparseMargins sparse) {
        this.weighting = weighting;
        this.desk = desk;
        this.shown = shown;
        this.work = work;
        this.margins = margins;
        this.runs = runs;
        this.analyses = analyses;
        this.extracts = extracts;
        this.sparse = sparse;
    }

    @PostMapping("/weights/{year}/plans")
    String save(
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Wave wave = wave(user, year, model, locale);
        FormInput input = new FormInput(fields, desk, locale);
        PlanColumns columns = PlanColumns.of(extracts.of(wave.id()).table(), weighting.names(wave, locale));
        WeightingChoices choices = new PlanForm(fields, input, columns).read();
        Optional<MarginVersion> version = margins.of(wave.id()).stream()
                .filter(v -> String.valueOf(v.number()).equals(input.text("margin-version")))
                .findFirst();
        if (choices.calibration() != null && version.isEmpty()) {
            input.wrong("plan.no-version");
        }
        @Nullable String note = input.optional("note", LONGEST_NOTE);
        if (!input.problems().isEmpty()) {
            redirect.addFlashAttribute("wrong", input.problems());
            return "redirect:/weights/" + year;
        }
        Long calibratedTo = choices.calibration() == null
                ? null
                : version.map(MarginVersion::id).orElse(null);
        int number = work.save(user, wave.id(), choices, calibratedTo, note == null ? "" : note);
        redirect.addFlashAttribute("told", desk.text(locale, "plan.saved", number));
        return "redirect:/weights/" + year + "?plan=" + number;
    }

    /** Saves a plan in which the classes are merged as the shown one proposes. */
    @PostMapping("/weights/{year}/plans/{number}/merge")
    String merge(
            @PathVariable int year,
            @PathVariable int number,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Wave wave = wave(user, year, model, locale);
        WeightingPlan plan = plan(wave, number);
        int merged = work.merge(
                user, plan, groups(wave, plan), desk.text(locale, "plan.merged-note", String.valueOf(number)));
        redirect.addFlashAttribute("told", desk.text(locale, "plan.merged", merged));
        return "redirect:/weights/" + year + "?plan=" + merged;
    }

    /** Saves a plan in which cells of margins with too few respondents are met together as the shown one proposes. */
    @PostMapping("/weights/{year}/plans/{number}/together")
    String together(
            @PathVariable int year,
            @PathVariable int number,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Wave wave = wave(user, year, model, locale);
        WeightingPlan plan = plan(wave, number);
        int saved = work.together(
                user, plan, sparse.together(plan), desk.text(locale, "plan.together-note", String.valueOf(number)));
        redirect.addFlashAttribute("told", desk.text(locale, "plan.together-saved", saved));
        return "redirect:/weights/" + year + "?plan=" + saved;
    }

    /** The groups that the plan comes to with each small class put to the nearest. */
    private List<List<String>> groups(Wave wave, WeightingPlan plan) {
        Map<String, Object> nearest = work.sections(plan.collapsing("nearest"));
        WeightingRun run = runs.run(PlanWork.name(wave, plan), nearest, analyses.rows(wave.id(), nearest));
        List<List<String>> groups = new ArrayList<>();
        run.steps().stream()
                .filter(step -> step.name().equals("nonresponse"))
                .forEach(step -> groups.addAll(Mergers.groups(step.own())));
        return groups;
    }

    @PostMapping("/weights/{year}/plans/{number}/accept")
    String accept(
            @PathVariable int year,
            @PathVariable int number,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Wave wave = wave(user, year, model, locale);
        try {
            work.accept(user, wave, plan(wave, number));
            redirect.addFlashAttribute("told", desk.text(locale, "plan.accepted", number));
        } catch (Problem problem) {
            // The plan's own page, which comes next, says why.
        }
        return "redirect:/weights/" + year + "?plan=" + number;
    }

    @PostMapping("/weights/{year}/plans/withdraw")
    String withdraw(
            @PathVariable int year,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        work.withdraw(user, wave(user, year, model, locale).id());
        redirect.addFlashAttribute("told", desk.text(locale, "plan.withdrawn"));
        return "redirect:/weights/" + year + "?plan=0";
    }

    private Wave wave(SignedIn user, int year, Model model, Locale locale) {
        Wave wave = weighting.open(user, year, "weights", model, locale).wave();
        // What a page would show must not go into the address.
        model.asMap().clear();
        return wave;
    }

    private WeightingPlan plan(Wave wave, int number) {
        return shown.plan(wave.id(), number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
