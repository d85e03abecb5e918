package org.suzhi.web.workbench.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;
import org.suzhi.web.workbench.Answer;
import org.suzhi.web.workbench.Codebook;
import org.suzhi.web.workbench.Question;
import org.suzhi.web.workbench.Workbench;

/** Asks a question of a wave and shows what came out, with the specification that gives the same anywhere. */
@Controller
class QuestionPage {
    private static final String PAGE = "/workbench/{year}/{kind:table|comparison|test|model|missing}";
    private static final int LONGEST_TITLE = 200;

    /** Asks for the whole page once the rows are there, since its form could not hold all of the question. */
    private static final String UNSURE = "unsure";

    private static final String COMPARISON = "comparison";

    private final Desk desk;
    private final Fieldwork fieldwork;
    private final Workbench workbench;
    private final Readings readings;
    private final KeptViews views;

    QuestionPage(Desk desk, Fieldwork fieldwork, Workbench workbench, Readings readings, KeptViews views) {
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.workbench = workbench;
        this.readings = readings;
        this.views = views;
    }

    @GetMapping(PAGE)
    String show(
            @PathVariable int year,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean resultOnly,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Desk.View view = desk.open(user, year, model);
        Workbench.Opened opened = workbench.open(waves(kind, view.wave(), fields));
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        model.addAttribute("kind", kind);
        model.addAttribute("query", query);
        model.addAttribute("address", "/workbench/" + year + "/" + kind);
        Workbench.Obstacle obstacle = obstacle(kind, opened);
        model.addAttribute("obstacle", obstacle.name());
        if (obstacle != Workbench.Obstacle.NONE) {
            return resultOnly ? "workbench/question :: result" : "workbench/question";
        }
        Codebook codebook = workbench.codebook(opened, locale);
        FormInput input = new FormInput(fields, desk, locale);
        Question question = forms(input, fields, codebook, opened, locale).read(kind);
        model.addAttribute(
                "earlier", earlier(view.wave()).stream().map(Wave::year).toList());
        model.addAttribute("choices", new Choices(codebook, readings.words(locale)));
        model.addAttribute("question", question);
        if (opened.rows().isEmpty()) {
            // Only the rows themselves can tell whether what the form does not offer yet is wrong.
            model.addAttribute("waiting", workbench.progress(opened));
            model.addAttribute("unsure", !input.problems().isEmpty());
        } else if (resultOnly && fields.containsKey(UNSURE)) {
            response.setHeader("HX-Refresh", "true");
        } else if (input.problems().isEmpty()) {
            answer(workbench.ask(opened, question, codebook), view.survey(), opened, question, codebook, model, locale);
        } else {
            model.addAttribute("wrong", input.problems());
        }
        return resultOnly ? "workbench/question :: result" : "workbench/question";
    }

    private void answer(
            Answer answer,
            Survey survey,
            Workbench.Opened opened,
            Question question,
            Codebook codebook,
            Model model,
            Locale locale) {
        if (answer instanceof Answer.Refused refused) {
            model.addAttribute("wrong", List.of(refused.problem().message(locale)));
        } else if (answer instanceof Answer.Waiting waiting) {
            model.addAttribute("waiting", waiting);
        } else if (answer instanceof Answer.Ready ready) {
            model.addAttribute("ready", ready);
            model.addAttribute("specification", ready.specification().toYaml());
            model.addAttribute(
                    "result",
                    views.of(
                            ready.result(),
                            locale,
                            () -> readings.view(
                                    new Readings.Made(
                                            question.kind(),
                                            ready.specification(),
                                            ready.result().requestsJson(),
                                            survey,
                                            opened.waves().stream()
                                                    .map(Wave::year)
                                                    .toList(),
                                            Readings.responses(
                                                    ready.result(),
                                                    ready.rows().table().rows()),
                                            ready.rows().incomplete(),
                                            Set.of()),
                                    codebook.labels(),
                                    locale)));
        }
    }

    @GetMapping(PAGE + "/specification.yaml")
    ResponseEntity<byte[]> specification(
            @PathVariable int year,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Answer.Ready ready =
                found(answered(year, kind, fields, user, model, locale)).ready();
        return file(ready.specification().toYaml(), ready.specification().id() + ".yaml", "application/yaml");
    }

    @GetMapping(PAGE + "/result.json")
    ResponseEntity<byte[]> result(
            @PathVariable int year,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Answer.Ready ready =
                found(answered(year, kind, fields, user, model, locale)).ready();
        return file(ready.result().toJson(), ready.specification().id() + ".json", MediaType.APPLICATION_JSON_VALUE);
    }

    /** Saves the result under a title. */
    @PostMapping(PAGE)
    String save(
            @PathVariable int year,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        FormInput input = new FormInput(fields, desk, locale);
        String title = input.required("run-title", LONGEST_TITLE);
        Optional<Answered> answered = answered(year, kind, fields, user, model, locale);
        if (answered.isEmpty() || !input.problems().isEmpty()) {
            redirect.addFlashAttribute("notSaved", input.problems());
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            return "redirect:/workbench/" + year + "/" + kind + query;
        }
        AnalysisRun run = workbench.save(
                user,
                answered.get().waves(),
                answered.get().question().kind(),
                title,
                answered.get().ready());
        return "redirect:/workbench/runs/" + run.id();
    }

    private QuestionForms forms(
            FormInput input,
            MultiValueMap<String, String> fields,
            Codebook codebook,
            Workbench.Opened opened,
            Locale locale) {
        return new QuestionForms(
                input,
                fields,
                codebook,
                readings.words(locale),
                opened.waves().stream().map(Wave::year).toList(),
                variable -> workbench.standard(opened, variable));
    }

    /** The waves that a question is about: of a comparison all from an earlier one, the one before unless another is named. */
    private List<Wave> waves(String kind, Wave wave, MultiValueMap<String, String> fields) {
        List<Wave> earlier = earlier(wave);
        if (!kind.equals(COMPARISON) || earlier.isEmpty()) {
            return List.of(wave);
        }
        String from = String.valueOf(fields.getFirst("from"));
        int first = earlier.get(earlier.size() - 1).year();
        for (Wave one : earlier) {
            first = String.valueOf(one.year()).equals(from) ? one.year() : first;
        }
        List<Wave> waves = new ArrayList<>();
        for (Wave one : earlier) {
            if (one.year() >= first) {
                waves.add(one);
            }
        }
        waves.add(wave);
        return waves;
    }

    private List<Wave> earlier(Wave wave) {
        return fieldwork.waves(wave.surveyId()).stream()
                .filter(w -> w.year() < wave.year())
                .sorted(Comparator.comparing(Wave::year))
                .toList();
    }

    private static Workbench.Obstacle obstacle(String kind, Workbench.Opened opened) {
        return kind.equals(COMPARISON) && opened.waves().size() == 1 ? Workbench.Obstacle.ALONE : opened.obstacle();
    }

    private record Answered(List<Wave> waves, Question question, Answer.Ready ready) {}

    private static Answered found(Optional<Answered> answered) {
        return answered.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The answer, unless it is not there yet or the question is wrong. */
    private Optional<Answered> answered(
            int year, String kind, MultiValueMap<String, String> fields, SignedIn user, Model model, Locale locale) {
        Wave wave = desk.open(user, year, model).wave();
        // What a page would show must not go into the address.
        model.asMap().clear();
        Workbench.Opened opened = workbench.open(waves(kind, wave, fields));
        if (obstacle(kind, opened) != Workbench.Obstacle.NONE || opened.rows().isEmpty()) {
            return Optional.empty();
        }
        Codebook codebook = workbench.codebook(opened, locale);
        FormInput input = new FormInput(fields, desk, locale);
        Question question = forms(input, fields, codebook, opened, locale).read(kind);
        return input.problems().isEmpty() && workbench.ask(opened, question, codebook) instanceof Answer.Ready ready
                ? Optional.of(new Answered(opened.waves(), question, ready))
                : Optional.empty();
    }

    static ResponseEntity<byte[]> file(String content, String name, String type) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}
