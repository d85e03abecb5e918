package org.suzhi.web.sampling.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.suzhi.analysis.chart.ChartSvg;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.PrecisionChart;
import org.suzhi.sampling.SamplingProblems;
import org.suzhi.sampling.plan.PrecisionPoint;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.sampling.SamplePlanWork;
import org.suzhi.web.sampling.SamplingPlans;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;

/** How large a wave's sample has to be, and how it is shared out among the strata. */
@Controller
class PlanPage {
    private static final int WIDE = 820;
    private static final int NARROW = 350;

    private final SamplingDesk sampling;
    private final Desk desk;
    private final SamplePlanDesk plans;
    private final SamplePlanWork work;

    PlanPage(SamplingDesk sampling, Desk desk, SamplePlanDesk plans, SamplePlanWork work) {
        this.sampling = sampling;
        this.desk = desk;
        this.plans = plans;
        this.work = work;
    }

    @GetMapping("/sampling/{year}/plan")
    String show(@PathVariable int year, @AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
        Right.RUN_WAVES.require(user);
        Desk.View view = sampling.open(user, year, "plan", model, locale);
        Optional<LastWave.Figures> last = plans.last(view.wave());
        List<StratumFrame> strata = plans.strata(view.wave());
        Map<String, String> fields = new LinkedHashMap<>(PlanForm.offered(
                strata, last, plans.target(view.wave()), view.wave().plannedMargin()));
        Optional<SamplingPlans.Saved> saved = plans.saved(view.wave());
        saved.ifPresent(plan -> fields.putAll(plan.fields()));
        model.addAttribute("f", fields);
        model.addAttribute("strata", strata);
        model.addAttribute("rules", PlanForm.RULES);
        model.addAttribute("last", last.orElse(null));
        model.addAttribute("target", plans.target(view.wave()));
        model.addAttribute("saved", saved.isPresent());
        if (!strata.isEmpty()) {
            read(fields, strata, view, last, model, locale);
        }
        return "sampling/plan";
    }

    private void read(
            Map<String, String> fields,
            List<StratumFrame> strata,
            Desk.View view,
            Optional<LastWave.Figures> last,
            Model model,
            Locale locale) {
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        fields.forEach(given::add);
        FormInput input = new FormInput(given, desk, locale);
        PlanForm form = PlanForm.read(strata, input);
        if (!input.problems().isEmpty()) {
            model.addAttribute("wrong", input.problems());
            return;
        }
        try {
            PlanReading reading = new PlanReading(form, strata, plans.target(view.wave()));
            PrecisionPoint planned = reading.at(reading.allocation().interviews());
            model.addAttribute("form", form);
            model.addAttribute("sizes", reading.sizes());
            model.addAttribute("allocation", reading.allocation());
            model.addAttribute("planned", planned);
            model.addAttribute("parts", reading.parts());
            model.addAttribute("df", reading.df());
            model.addAttribute("marginOfAll", reading.allocation().margin(form.level(), reading.df()));
            model.addAttribute("byTown", reading.towns());
            model.addAttribute("byGroup", reading.groups(last.map(LastWave.Figures::groupShares)));
            model.addAttribute("names", names(view, locale));
            PrecisionChart chart = chart(reading, planned, form, view, locale);
            model.addAttribute("wide", ChartSvg.inline(chart, WIDE, "plan-wide"));
            model.addAttribute("narrow", ChartSvg.inline(chart, NARROW, "plan-narrow"));
            model.addAttribute("locale", locale);
        } catch (SamplingProblems problems) {
            model.addAttribute("wrong", sampling.words(problems.problems(), locale));
        }
    }

    private Map<String, String> names(Desk.View view, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        view.towns().forEach(town -> names.put(town.code(), town.name(locale)));
        plans.groups(view.wave()).forEach(group -> names.put(group.code(), group.name(locale)));
        return names;
    }

    private PrecisionChart chart(
            PlanReading reading, PrecisionPoint planned, PlanForm form, Desk.View view, Locale locale) {
        String power = desk.text(locale, "plan.chart-power", percent(plans.target(view.wave())), percent(form.truth()));
        return new PrecisionChart(
                new ChartText(
                        desk.text(locale, "plan.chart"),
                        "",
                        "",
                        view.survey().synthetic() ? desk.text(locale, "synthetic.mark") : "",
                        desk.text(
                                locale,
                                "plan.chart-words",
                                planned.interviews(),
                                percent(planned.margin()),
                                percent(planned.power()))),
                reading.curve().stream().map(PlanPage::point).toList(),
                point(planned),
                new PrecisionChart.Wanted(desk.text(locale, "plan.chart-margin"), form.margin()),
                new PrecisionChart.Wanted(power, form.power()),
                desk.text(locale, "plan.chart-axis"));
    }

    private static PrecisionChart.Point point(PrecisionPoint p) {
        return new PrecisionChart.Point(p.interviews(), p.margin(), p.power());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share).replaceFirst("\\.?0+$", "") + "%";
    }

    /** Keeps what was filled in and shows what it comes to; {@code next} goes on to the draw. */
    @PostMapping("/sampling/{year}/plan")
    String save(
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        Desk.View view = desk.open(user, year, model);
        Map<String, String> plan = fields.toSingleValueMap().entrySet().stream()
                .filter(field -> field.getKey().startsWith("plan-"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().strip()));
        work.save(user, view.wave().id(), plan);
        model.asMap().clear();
        return "redirect:/sampling/" + year + (fields.containsKey("next") ? "/draw" : "/plan");
    }
}
