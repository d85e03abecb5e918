package org.suzhi.web.workbench.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.publication.Publication;
import org.suzhi.web.publication.PublicationDesk;
import org.suzhi.web.publication.PublicationRefused;
import org.suzhi.web.publication.Runs;
import org.suzhi.web.supervision.Desk;

/** Saved runs: what was asked of which rows, what came out, who saved it; from here they go to the public. */
@Controller
class RunPages {
    private static final String RUN = "/workbench/runs/{id}";
    private final Desk desk;
    private final Runs runs;
    private final RunReadings readings;
    private final PublicationDesk publications;

    RunPages(Desk desk, Runs runs, RunReadings readings, PublicationDesk publications) {
        this.desk = desk;
        this.runs = runs;
        this.readings = readings;
        this.publications = publications;
    }

    /** A line of the list. */
    record Saved(RunFacts facts, Optional<Publication> publication) {}

    @GetMapping("/workbench/runs")
    String list(@AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
        desk.open(user, null, model);
        model.addAttribute(
                "runs",
                runs.saved().stream()
                        .map(run -> new Saved(readings.facts(run, locale), publications.ofRun(run.id())))
                        .toList());
        return "workbench/runs";
    }

    @GetMapping(RUN)
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
        AnalysisRun run = find(id);
        desk.open(user, null, model);
        model.addAttribute("facts", readings.facts(run, locale));
        model.addAttribute("result", readings.view(run, Set.of(), locale));
        model.addAttribute("specification", run.specification());
        model.addAttribute("publication", publications.ofRun(id).orElse(null));
        model.addAttribute(
                "correctable",
                publications.all().stream()
                        .filter(p -> p.isCurrent() && p.kind() == run.kind() && p.kind() != AnalysisRun.Kind.HEADLINE)
                        .map(p -> readings.facts(publications.run(p), locale).of(p))
                        .toList());
        return "workbench/run";
    }

    @GetMapping(RUN + "/specification.yaml")
    ResponseEntity<byte[]> specification(@PathVariable long id) {
        return QuestionPage.file(find(id).specification(), "run-" + id + ".yaml", "application/yaml");
    }

    @GetMapping(RUN + "/result.json")
    ResponseEntity<byte[]> result(@PathVariable long id) {
        return QuestionPage.file(find(id).result(), "run-" + id + ".json", MediaType.APPLICATION_JSON_VALUE);
    }

    /** Proposes a run for publication. */
    @PostMapping(RUN + "/propose")
    String propose(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long corrects,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect,
            Locale locale) {
        find(id);
        try {
            return "redirect:/publications/" + publications.propose(user.id(), id, corrects, reason);
        } catch (PublicationRefused refused) {
            redirect.addFlashAttribute("refused", List.of(readings.words(locale).of(PublicationPages.key(refused))));
            return "redirect:/workbench/runs/" + id;
        }
    }

    private AnalysisRun find(long id) {
        return runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
