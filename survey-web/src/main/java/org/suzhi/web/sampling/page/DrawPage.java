package org.suzhi.web.sampling.page;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.suzhi.sampling.DrawPlan;
import org.suzhi.sampling.Method;
import org.suzhi.sampling.SamplingProblems;
import org.suzhi.sampling.SecondStage;
import org.suzhi.sampling.Unit;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.sampling.DrawWork;
import org.suzhi.web.sampling.Draws;
import org.suzhi.web.sampling.FrameSummary;
import org.suzhi.web.sampling.Frames;
import org.suzhi.web.sampling.ListFrames;
import org.suzhi.web.sampling.ListSummary;
import org.suzhi.web.sampling.StoredDraw;
import org.suzhi.web.sampling.StoredFrame;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;

/** Where a wave's sample is drawn: how many units of each stratum, how, and whom in them. */
@Controller
class DrawPage {
    private static final int HIGHEST_SEED = 1_000_000_000;

    private final SamplingDesk sampling;
    private final Desk desk;
    private final Frames frames;
    private final ListFrames lists;
    private final Draws draws;
    private final DrawWork work;
    private final SamplePlanDesk plans;
    private final SecureRandom seeds = new SecureRandom();

    DrawPage(
            SamplingDesk sampling,
            Desk desk,
            Frames frames,
            ListFrames lists,
            Draws draws,
            DrawWork work,
            SamplePlanDesk plans) {
        this.sampling = sampling;
        this.desk = desk;
        this.frames = frames;
        this.lists = lists;
        this.draws = draws;
        this.work = work;
        this.plans = plans;
    }

    @GetMapping("/sampling/{year}/draw")
    String show(@PathVariable int year, @AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
        Right.RUN_WAVES.require(user);
        Desk.View view = sampling.open(user, year, "draw", model, locale);
        long wave = view.wave().id();
        List<StoredDraw> earlier = draws.ofWave(wave);
        DrawForm form = form(view.wave(), drawable(wave), earlier);
        return page(model, wave, form, earlier, sampling.groups(view, locale));
    }

    /** What was planned or drawn last, else a suggestion. */
    private DrawForm form(Wave wave, DrawForm.Drawable strata, List<StoredDraw> earlier) {
        long seed = 1L + seeds.nextInt(HIGHEST_SEED);
        Optional<StoredDraw> last = earlier.stream().findFirst();
        boolean plannedSince = plans.saved(wave)
                .filter(plan -> last.isEmpty() || plan.at().isAfter(last.get().drawnAt()))
                .isPresent();
        Optional<PlanReading> planned = plannedSince ? plans.reading(wave) : Optional.empty();
        return planned.map(plan -> DrawForm.of(strata, plan, seed))
                .or(() -> last.map(draw -> DrawForm.of(strata, DrawPlan.parse(draw.plan()))))
                .orElseGet(() -> DrawForm.suggested(strata, seed));
    }

    private String page(Model model, long wave, DrawForm form, List<StoredDraw> earlier, Map<String, String> groups) {
        model.addAttribute("form", form);
        model.addAttribute("groups", groups);
        model.addAttribute("draws", earlier);
        model.addAttribute("accepted", draws.accepted(wave).orElse(null));
        model.addAttribute(
                "methods", Arrays.stream(Method.values()).map(Method::code).toList());
        model.addAttribute(
                "stages",
                Arrays.stream(SecondStage.values()).map(SecondStage::code).toList());
        model.addAttribute("times", sampling);
        return "sampling/draw";
    }

    private DrawForm.Drawable drawable(long wave) {
        List<Unit> units =
                frames.newest(wave).map(frame -> frames.units(frame.id())).orElse(List.of());
        List<ListSummary> members = lists.newest(wave).stream()
                .flatMap(list -> ListSummary.of(lists.members(list)).stream())
                .toList();
        return new DrawForm.Drawable(FrameSummary.by(Unit::stratum, units), members);
    }

    /** Draws, or shows the form again with what is wrong in it. */
    @PostMapping("/sampling/{year}/draw")
    String draw(
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Desk.View view = sampling.open(user, year, "draw", model, locale);
        long wave = view.wave().id();
        FormInput input = new FormInput(fields, desk, locale);
        DrawForm form = DrawForm.read(drawable(wave), input);
        Optional<StoredFrame> frame = frames.newest(wave);
        @Nullable DrawPlan plan = form.plan(input);
        List<String> wrong = new ArrayList<>(input.problems());
        if (plan != null && frame.isPresent()) {
            try {
                long draw = work.draw(user, frame.get(), plan);
                model.asMap().clear();
                return "redirect:/sampling/" + year + "/draws/" + draw;
            } catch (SamplingProblems problems) {
                wrong.addAll(sampling.words(problems.problems(), locale));
            }
        }
        model.addAttribute("wrong", wrong);
        return page(model, wave, form, draws.ofWave(wave), sampling.groups(view, locale));
    }
}
