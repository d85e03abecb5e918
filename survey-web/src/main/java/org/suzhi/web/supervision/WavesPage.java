package org.suzhi.web.supervision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.QuestionnaireChoice;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.SampleFile;
import org.suzhi.web.fieldwork.StatutoryLabels;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.fieldwork.WaveTerms;
import org.suzhi.web.fieldwork.WaveWork;
import org.suzhi.web.questionnaire.UploadedFile;

/** Where waves are set up and their dates, statutory labels and planned precision kept. */
@Controller
class WavesPage {
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_PROBLEMS_SHOWN = 200;

    private final Desk desk;
    private final Fieldwork fieldwork;
    private final WaveWork work;

    WavesPage(Desk desk, Fieldwork fieldwork, WaveWork work) {
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.work = work;
    }

    @GetMapping("/fieldwork/waves")
    String waves(@AuthenticationPrincipal SignedIn user, Model model) {
        Right.RUN_WAVES.require(user);
        Survey survey = desk.survey();
        model.addAttribute("synthetic", survey.synthetic());
        model.addAttribute("waves", fieldwork.waves(survey.id()));
        model.addAttribute("questionnaires", fieldwork.questionnairesWithoutWave(survey.id()));
        return "fieldwork/waves";
    }

    @PostMapping("/fieldwork/waves")
    String create(
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        Survey survey = desk.survey();
        FormInput input = new FormInput(fields, desk, locale);
        int year = (int) input.number("year", 2000, 2100);
        Optional<QuestionnaireChoice> questionnaire = fieldwork.questionnairesWithoutWave(survey.id()).stream()
                .filter(q -> String.valueOf(q.id()).equals(input.text("questionnaire")))
                .findFirst();
        if (questionnaire.isEmpty()) {
            input.wrong("wave.no-questionnaire");
        }
        if (fieldwork.waves(survey.id()).stream().anyMatch(w -> w.year() == year)) {
            input.wrong("wave.year-taken", String.valueOf(year));
        }
        Optional<WaveTerms> terms = terms(input);
        if (terms.isEmpty() || questionnaire.isEmpty() || !input.problems().isEmpty()) {
            redirect.addFlashAttribute("wrong", input.problems());
            return "redirect:/fieldwork/waves";
        }
        work.create(user, survey.id(), year, questionnaire.get().id(), terms.get());
        redirect.addFlashAttribute("told", desk.text(locale, "wave.created", String.valueOf(year)));
        return "redirect:/fieldwork/waves";
    }

    @GetMapping("/fieldwork/waves/{id}")
    String wave(@PathVariable long id, @AuthenticationPrincipal SignedIn user, Model model) {
        Right.RUN_WAVES.require(user);
        model.addAttribute("synthetic", desk.survey().synthetic());
        model.addAttribute("wave", find(id));
        model.addAttribute("sampled", fieldwork.psuTowns(id).size());
        return "fieldwork/wave";
    }

    @PostMapping("/fieldwork/waves/{id}")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        Wave wave = find(id);
        FormInput input = new FormInput(fields, desk, locale);
        Optional<WaveTerms> terms = terms(input);
        if (terms.isEmpty()) {
            redirect.addFlashAttribute("wrong", input.problems());
        } else {
            work.change(user, wave.id(), terms.get());
            redirect.addFlashAttribute("told", desk.text(locale, "wave.changed", String.valueOf(wave.year())));
        }
        return "redirect:/fieldwork/waves/" + id;
    }

    /** Adds the drawn sample to a wave that has none. */
    @PostMapping("/fieldwork/waves/{id}/sample")
    String addSample(
            @PathVariable long id,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        Right.RUN_WAVES.require(user);
        Wave wave = find(id);
        Set<String> towns =
                fieldwork.towns(wave.surveyId()).stream().map(NamedCode::code).collect(Collectors.toSet());
        SampleFile read = SampleFile.read(UploadedFile.bytes(file), towns);
        if (!fieldwork.psuTowns(id).isEmpty()) {
            redirect.addFlashAttribute("wrong", List.of(desk.text(locale, "wave.has-sample")));
        } else if (read.problems().isEmpty()) {
            work.addSample(user, id, read.sample());
            redirect.addFlashAttribute(
                    "told", desk.text(locale, "wave.sample-added", read.sample().size()));
        } else {
            redirect.addFlashAttribute("wrong", desk.words(read.problems(), MOST_PROBLEMS_SHOWN, locale));
        }
        return "redirect:/fieldwork/waves/" + id;
    }

    private static Optional<WaveTerms> terms(FormInput input) {
        var opens = input.date("opensOn");
        var closes = input.optionalDate("closesOn");
        double margin = input.number("plannedMargin", 0.1, 20);
        StatutoryLabels labels = new StatutoryLabels(
                input.optional("formNumber", LONGEST_LABEL),
                input.optional("issuingBody", LONGEST_LABEL),
                input.optional("approvalNumber", LONGEST_LABEL),
                input.optionalDate("validUntil").orElse(null));
        if (closes.isPresent() && closes.get().isBefore(opens)) {
            input.wrong("wave.closes-before", String.valueOf(closes.get()), String.valueOf(opens));
        }
        List<String> problems = input.problems();
        return problems.isEmpty()
                ? Optional.of(new WaveTerms(opens, closes.orElse(null), labels, margin / 100))
                : Optional.empty();
    }

    private Wave find(long id) {
        return fieldwork.wave(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
