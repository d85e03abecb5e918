package org.suzhi.web.sampling.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.suzhi.web.publication.PublicationDesk;
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
    private final PublicationDesk desk;

    StartPage(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            Frames frames,
            Cases cases,
            Extracts extracts,
            PublicationDesk desk) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.frames = frames;
        this.cases = cases;
        this.extracts = extracts;
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
        String sampling = "/sampling/" + wave.map(Wave::year).orElse(0);
        List<Step> steps = new ArrayList<>();
        add(steps, "survey", "/survey", survey);
        add(steps, "questionnaire", "/forms", !questionnaires.list().isEmpty());
        add(steps, "wave", "/fieldwork/waves", wave.isPresent());
        add(
                steps,
                "frame",
                sampling + "/frame",
                wave.flatMap(w -> frames.newest(w.id())).isPresent());
        add(
                steps,
                "draw",
                sampling + "/draw",
                wave.filter(w -> !fieldwork.psuTowns(w.id()).isEmpty()).isPresent());
        add(
                steps,
                "assign",
                "/fieldwork/cases?surveyor=none",
                wave.filter(w -> assigned(w, user)).isPresent());
        add(
                steps,
                "responses",
                "/fieldwork/load",
                wave.filter(w -> extracts.received(w.id()) > 0).isPresent());
        add(
                steps,
                "outcomes",
                "/fieldwork/outcomes",
                wave.filter(w -> ended(w, user)).isPresent());
        add(
                steps,
                "weights",
                "/weights",
                wave.filter(w -> !fieldwork.margins(w.id()).isEmpty()).isPresent());
        add(
                steps,
                "publish",
                "/workbench",
                wave.flatMap(w -> desk.currentHeadline(w.id())).isPresent());
        return steps;
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
