package org.suzhi.web.weighting.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.microdata.Problem;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.MarginVersion;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.WaveAnalyses;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.weighting.WeightingChoices;
import org.suzhi.web.weighting.WeightingPlan;
import org.suzhi.web.weighting.WeightingPlans;
import org.suzhi.web.weighting.WeightingRun;
import org.suzhi.web.weighting.WeightingRuns;

/** The weights of a wave: its plan, and what every step of it did. */
@Controller
class WeightsPage {
    private static final String SECONDS_TO_WAIT = "2";
    private static final String EMPTY_CLASS = "empty_class";
    private final WeightingDesk weighting;
    private final ShownPlans shown;
    private final WeightingPlans plans;
    private final MarginVersions margins;
    private final WeightingRuns runs;
    private final WaveAnalyses analyses;
    private final Extracts extracts;
    private final Fieldwork fieldwork;
    private final SparseMargins sparse;

    WeightsPage(
            WeightingDesk weighting,
            ShownPlans shown,
            WeightingPlans plans,
            MarginVersions margins,
            WeightingRuns runs,
            WaveAnalyses analyses,
            Extracts extracts,
            Fieldwork fieldwork,
            SparseMargins sparse) {
        this.weighting = weighting;
        this.shown = shown;
        this.plans = plans;
        this.margins = margins;
        this.runs = runs;
        this.analyses = analyses;
        this.extracts = extracts;
        this.fieldwork = fieldwork;
        this.sparse = sparse;
    }

    @GetMapping("/weights/{year}")
    String show(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Integer plan,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Desk.View view = weighting.open(user, year, "weights", model, locale);
        long wave = view.wave().id();
        WeightingDesk.Names names = weighting.names(view.wave(), locale);
        List<WeightingPlan> all = plans.of(wave);
        Optional<WeightingPlan> chosen = shown.plan(wave, plan);
        if (plan != null && plan > 0 && chosen.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<MarginVersion> versions = margins.of(wave);
        WeightingChoices choices =
                chosen.map(WeightingPlan::choices).orElse(WeightingChoices.plain(fieldwork.lists(wave)));
        model.addAttribute("plans", all);
        model.addAttribute("plan", chosen.orElse(null));
        model.addAttribute("acceptance", plans.acceptance(wave).orElse(null));
        model.addAttribute("accepted", all.stream().anyMatch(WeightingPlan::accepted));
        model.addAttribute("choices", choices);
        model.addAttribute("versions", versions);
        model.addAttribute("marginNames", marginNames(versions));
        model.addAttribute("planVersion", version(chosen, versions));
        Optional<WaveExtract> rows = extracts.ifReady(wave, false);
        if (rows.isEmpty()) {
            response.setHeader("Refresh", SECONDS_TO_WAIT);
            model.addAttribute(
                    "waiting", Decimals.format("0%", extracts.progress(wave).orElse(0.0)));
        } else if (rows.get().table().rows() > 0) {
            model.addAttribute("columns", PlanColumns.of(rows.get().table(), names));
            run(view, chosen, model, locale);
            chosen.map(p -> sparse.of(p, names))
                    .filter(s -> !s.isEmpty())
                    .ifPresent(s -> model.addAttribute("sparse", s));
        }
        return "weighting/weights";
    }

    private void run(Desk.View view, Optional<WeightingPlan> plan, Model model, Locale locale) {
        Map<String, Object> sections = shown.sections(view.wave(), plan);
        String name = shown.name(view.wave(), plan);
        model.addAttribute("yaml", runs.specification(name, sections).toYaml());
        model.addAttribute("specName", name);
        try {
            WeightingRun run =
                    runs.run(name, sections, analyses.rows(view.wave().id(), sections));
            model.addAttribute("run", run);
            model.addAttribute(
                    "steps",
                    StepView.of(
                            run,
                            weighting,
                            weighting.names(view.wave(), locale),
                            view.survey().synthetic()));
            model.addAttribute(
                    "rate",
                    weighting.text(
                            locale,
                            "weights.rate",
                            Decimals.percent(run.rate().estimate()),
                            Decimals.format("0.00", 100 * run.rate().se()),
                            Decimals.percent(run.rate().ciLower()),
                            Decimals.percent(run.rate().ciUpper()),
                            Decimals.format("0.00", run.rate().deff())));
        } catch (Problem problem) {
            model.addAttribute("refused", refused(problem, plan, weighting.names(view.wave(), locale)));
            model.addAttribute("mergeable", plan.isPresent() && problem.code().equals(EMPTY_CLASS));
        }
    }

    /** Why a plan cannot be run; a class in which nobody answered is called by the names of its levels. */
    private String refused(Problem problem, Optional<WeightingPlan> plan, WeightingDesk.Names names) {
        if (plan.isEmpty() || !problem.code().equals(EMPTY_CLASS)) {
            return problem.message(names.locale());
        }
        WeightingChoices choices = plan.get().choices();
        List<Object> said = problem.arguments();
        String step = String.valueOf(said.get(0));
        List<String> variables = List.of();
        if (step.equals("nonresponse") && choices.nonresponse() != null) {
            variables = choices.nonresponse().cells();
        } else if (choices.unknown() != null) {
            variables = choices.unknown().cells();
        }
        return weighting.text(
                names.locale(),
                "weights.empty-class",
                weighting.text(names.locale(), "weights.step." + step),
                names.classes(variables, String.valueOf(said.get(1))),
                said.get(2),
                names.classes(variables, String.valueOf(said.get(4))));
    }

    /** The margins of any version, as their variables joined by colons. */
    private Set<String> marginNames(List<MarginVersion> versions) {
        Set<String> names = new LinkedHashSet<>();
        for (MarginVersion version : versions) {
            margins.cells(version.id()).stream()
                    .map(MarginCell::variables)
                    .forEach(variables -> names.add(String.join(":", variables)));
        }
        return names;
    }

    private static @Nullable Integer version(Optional<WeightingPlan> plan, List<MarginVersion> versions) {
        Long wanted = plan.map(WeightingPlan::marginVersion).orElse(null);
        return versions.stream()
                .filter(v -> wanted == null ? v.inUse() : v.id() == wanted)
                .findFirst()
                .map(MarginVersion::number)
                .orElse(null);
    }
}
