package org.suzhi.web.workbench.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;
import org.suzhi.web.workbench.Answer;
import org.suzhi.web.workbench.Codebook;
import org.suzhi.web.workbench.Question;
import org.suzhi.web.workbench.Workbench;

/** Asks a question of a wave and shows what came out, with the specification that gives the same anywhere. */
@Controller
class QuestionPage {
    private static final String PAGE = "/workbench/{year}/{kind:table}";

    private final Desk desk;
    private final Workbench workbench;
    private final Readings readings;

    QuestionPage(Desk desk, Workbench workbench, Readings readings) {
        this.desk = desk;
        this.workbench = workbench;
        this.readings = readings;
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
        Workbench.Opened opened = workbench.open(view.wave());
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        model.addAttribute("kind", kind);
        model.addAttribute("query", query);
        model.addAttribute("address", "/workbench/" + year + "/" + kind);
        model.addAttribute("weighted", opened.isWeighted());
        if (!opened.isWeighted() || opened.rows().isEmpty()) {
            model.addAttribute("waiting", opened.isWeighted() ? workbench.progress(view.wave()) : null);
            return resultOnly ? "workbench/question :: result" : "workbench/question";
        }
        Codebook codebook = workbench.codebook(opened, locale);
        FormInput input = new FormInput(fields, desk, locale);
        Question question = new QuestionForms(input, codebook, readings.words(locale)).read(kind);
        model.addAttribute("choices", new Choices(codebook, readings.words(locale)));
        model.addAttribute("question", question);
        model.addAttribute("rowCount", opened.rows().get().table().rows());
        if (resultOnly && fields.containsKey("building")) {
            // The form itself could not be offered without the rows.
            response.setHeader("HX-Refresh", "true");
            return "workbench/question :: result";
        }
        if (input.problems().isEmpty()) {
            answer(workbench.ask(opened, question, codebook), view, question, codebook, model, locale);
        } else {
            model.addAttribute("wrong", input.problems());
        }
        return resultOnly ? "workbench/question :: result" : "workbench/question";
    }

    private void answer(
            Answer answer, Desk.View view, Question question, Codebook codebook, Model model, Locale locale) {
        if (answer instanceof Answer.Refused refused) {
            model.addAttribute("wrong", List.of(refused.problem().message(locale)));
        } else if (answer instanceof Answer.Waiting waiting) {
            model.addAttribute("waiting", waiting);
        } else if (answer instanceof Answer.Ready ready) {
            model.addAttribute("ready", ready);
            model.addAttribute("specification", ready.specification().toYaml());
            model.addAttribute(
                    "result",
                    readings.view(
                            question.kind(),
                            ready.specification(),
                            ready.result().requestsJson(),
                            view.survey(),
                            List.of(view.wave().year()),
                            ready.rows().table().rows(),
                            codebook,
                            locale));
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
        Answer.Ready ready = ready(year, kind, fields, user, model, locale);
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
        Answer.Ready ready = ready(year, kind, fields, user, model, locale);
        return file(ready.result().toJson(), ready.specification().id() + ".json", MediaType.APPLICATION_JSON_VALUE);
    }

    private Answer.Ready ready(
            int year, String kind, MultiValueMap<String, String> fields, SignedIn user, Model model, Locale locale) {
        Desk.View view = desk.open(user, year, model);
        Workbench.Opened opened = workbench.open(view.wave());
        @Nullable Answer answer = null;
        if (opened.isWeighted() && opened.rows().isPresent()) {
            Codebook codebook = workbench.codebook(opened, locale);
            FormInput input = new FormInput(fields, desk, locale);
            Question question = new QuestionForms(input, codebook, readings.words(locale)).read(kind);
            answer = input.problems().isEmpty() ? workbench.ask(opened, question, codebook) : null;
        }
        if (answer instanceof Answer.Ready ready) {
            return Objects.requireNonNull(ready);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
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
