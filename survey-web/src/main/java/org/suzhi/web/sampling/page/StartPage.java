package org.suzhi.web.sampling.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.AcceptedWeighting;
import org.suzhi.web.publication.PublicationDesk;
import org.suzhi.web.publication.Runs;
import org.suzhi.web.questionnaire.Questionnaires;
import org.suzhi.web.sampling.Frames;

/** The way from an empty database to published figures, step by step, with where it stands for the newest wave. */
@Controller
class StartPage {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final Frames frames;
    private final Cases cases;
    private final Extracts extracts;
    private final AcceptedWeighting weighting;
    private final Runs runs;
    private final PublicationDesk desk;

    StartPage(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            Frames frames,
            Cases cases,
            Extracts extracts,
            AcceptedWeighting weighting,
            Runs runs,
            PublicationDesk desk) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.frames = frames;
        this.cases = cases;
        this.extracts = extracts;
        this.weighting = weighting;
        this.runs = runs;
        this.desk = desk;
    }

    /**
     * A step.
     *
     * @param name the end of its texts' keys
     * @param path the page on which it is taken
     * @param next whether it is the first that is not done
     */
    record Step(String name, String path, boolean done, boolean next) {}

    @GetMapping(FirstSteps.PAGE)
    String show(@AuthenticationPrincipal SignedIn user, Model model) {
        Optional<Survey> survey = fieldwork.survey();
        Optional<Wave> wave = survey.map(Survey::id).map(fieldwork::waves).orElse(List.of()).stream()
                .max(Comparator.comparing(Wave::year));
        model.addAttribute("synthetic", survey.map(Survey::synthetic).orElse(false));
        model.addAttribute("year", wave.map(w -> String.valueOf(w.year())).orElse(null));
        model.addAttribute("steps", steps(survey.isPresent(), wave, user));
        model.addAttribute("mayRunWaves", Right.RUN_WAVES.of(user));
        return "sampling/start";
    }

    private List<Step> steps(boolean survey, Optional<Wave> wave, SignedIn user) {
        String year = "/" + wave.map(Wave::year).orElse(0);
        List<Step> steps = new ArrayList<>();
        add(steps, "survey", "/survey", survey);
        add(steps, "questionnaire", "/forms", !questionnaires.list().isEmpty());
        add(steps, "wave", "/fieldwork/waves", wave.isPresent());
        add(
                steps,
                "frame",
                "/sampling" + year + "/frame",
                is(wave, w -> frames.newest(w.id()).isPresent()));
        add(
                steps,
                "draw",
                "/sampling" + year + "/plan",
                is(wave, w -> !fieldwork.psuTowns(w.id()).isEmpty()));
        add(steps, "assign", "/fieldwork/cases?surveyor=none", is(wave, w -> assigned(w, user)));
        add(steps, "responses", "/fieldwork/load", is(wave, w -> extracts.received(w.id()) > 0));
        add(steps, "outcomes", "/fieldwork/outcomes", is(wave, w -> ended(w, user)));
        boolean published = is(wave, w -> desk.currentHeadline(w.id()).isPresent());
        add(
                steps,
                "margins",
                "/weights" + year + "/margins",
                is(wave, w -> !fieldwork.margins(w.id()).isEmpty()));
        // A published wave may stand on weights without a plan, and on no table of anybody's.
        add(
                steps,
                "weights",
                "/weights" + year,
                published || is(wave, w -> weighting.of(w.id()).isPresent()));
        add(steps, "analyse", "/workbench" + year + "/table?rows=town", published || is(wave, this::analysed));
        add(steps, "publish", "/publications", published);
        return steps;
    }

    private static boolean is(Optional<Wave> wave, Predicate<Wave> what) {
        return wave.filter(what).isPresent();
    }

    private boolean analysed(Wave wave) {
        return runs.saved().stream()
                .anyMatch(run -> run.author() != null && run.waves().contains(wave.id()));
    }

    /** Whether no case is open any more. */
    private boolean ended(Wave wave, SignedIn user) {
        Cases.Filter open = new Cases.Filter(wave.id(), null, null, null, false, CaseStatus.OPEN);
        return cases.count(user.id(), Cases.Filter.ofWave(wave.id())) > 0 && cases.count(user.id(), open) == 0;
    }

    private boolean assigned(Wave wave, SignedIn user) {
        int all = cases.count(user.id(), Cases.Filter.ofWave(wave.id()));
        return all > 0 && cases.count(user.id(), new Cases.Filter(wave.id(), null, null, null, true, null)) == 0;
    }

    private static void add(List<Step> steps, String name, String path, boolean done) {
        boolean next = !done && steps.stream().allMatch(Step::done);
        steps.add(new Step(name, path, done, next));
    }
}
