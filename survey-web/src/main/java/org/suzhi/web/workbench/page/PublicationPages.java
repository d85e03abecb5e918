package org.suzhi.web.workbench.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.publication.Disclosure;
import org.suzhi.web.publication.Publication;
import org.suzhi.web.publication.PublicationDesk;
import org.suzhi.web.publication.PublicationRefused;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.Runs;
import org.suzhi.web.workbench.Words;

/** What is published, for everybody; and for statisticians the way there: proposed, reviewed by another, published. */
@Controller
class PublicationPages {
    private static final String ONE = "/publications/{id:[0-9]+}";
    private final PublicationDesk publications;
    private final Publications shown;
    private final Runs runs;
    private final RunReadings readings;
    private final Fieldwork fieldwork;
    private final Disclosure disclosure;
    private final Clock clock;

    PublicationPages(
            PublicationDesk publications,
            Publications shown,
            Runs runs,
            RunReadings readings,
            Fieldwork fieldwork,
            Disclosure disclosure,
            Clock clock) {
        this.publications = publications;
        this.shown = shown;
        this.runs = runs;
        this.readings = readings;
        this.fieldwork = fieldwork;
        this.disclosure = disclosure;
        this.clock = clock;
    }

    /** The key of what to say when a step was refused. */
    static String key(PublicationRefused refused) {
        return "publication.refused."
                + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A wave's headline figures, which the server computes by itself.
     *
     * @param published null while they are provisional
     * @param newest the newest automatic run
     * @param withheld what would be withheld of it, a sentence each
     */
    record Headline(
            Wave wave, @Nullable Publication published, AnalysisRun newest, boolean open, List<String> withheld) {
        Headline {
            withheld = List.copyOf(withheld);
        }

        /** Whether the newest figures are not those published. */
        public boolean isNews() {
            return !open && (published == null || published.runId() != newest.id());
        }
    }

    @GetMapping("/publications")
    String list(@AuthenticationPrincipal @Nullable SignedIn user, Model model, Locale locale) {
        boolean statistician = mayPublish(user);
        Optional<Survey> survey = fieldwork.survey();
        model.addAttribute("synthetic", survey.map(Survey::synthetic).orElse(false));
        model.addAttribute("mayPublish", statistician);
        model.addAttribute("missing", shown.missing().key());
        model.addAttribute("times", readings);
        model.addAttribute(
                "publications",
                publications.all().stream()
                        .filter(p -> statistician || p.isPublished())
                        .map(p -> readings.facts(publications.run(p), locale).of(p))
                        .toList());
        model.addAttribute(
                "headlines",
                statistician ? survey.map(s -> headlines(s, locale)).orElse(List.of()) : List.of());
        return "workbench/publications";
    }

    private List<Headline> headlines(Survey survey, Locale locale) {
        List<Headline> headlines = new ArrayList<>();
        for (Wave wave : fieldwork.waves(survey.id())) {
            runs.newestHeadline(wave.id()).ifPresent(run -> headlines.add(headline(wave, run, locale)));
        }
        return headlines;
    }

    private Headline headline(Wave wave, AnalysisRun run, Locale locale) {
        Headline plain = new Headline(
                wave,
                publications.currentHeadline(wave.id()).orElse(null),
                run,
                wave.isOpen(LocalDate.now(clock)),
                List.of());
        return plain.isNews()
                ? new Headline(wave, plain.published(), run, plain.open(), withheldWords(run, locale))
                : plain;
    }

    /** Why figures of a run would be withheld if it were published now, a sentence each. */
    private List<String> withheldWords(AnalysisRun run, Locale locale) {
        Disclosure.Preview preview = disclosure.preview(run);
        Words words = readings.words(locale);
        List<String> sentences = new ArrayList<>();
        if (!preview.small().isEmpty()) {
            sentences.add(words.of("publication.withheld.small", preview.small().size(), preview.figures()));
        }
        if (!preview.few().isEmpty()) {
            sentences.add(words.of("publication.withheld.few", preview.few().size()));
        }
        if (!preview.others().isEmpty()) {
            sentences.add(
                    words.of("publication.withheld.others", preview.others().size()));
        }
        if (!preview.exposed().isEmpty()) {
            sentences.add(words.of("publication.withheld.exposed"));
        }
        return sentences;
    }

    @GetMapping(ONE)
    String show(@PathVariable long id, @AuthenticationPrincipal @Nullable SignedIn user, Model model, Locale locale) {
        boolean statistician = mayPublish(user);
        Publication publication = publications
                .find(id)
                .filter(p -> statistician || p.isPublished())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        AnalysisRun run = publications.run(publication);
        model.addAttribute(
                "synthetic", fieldwork.survey().map(Survey::synthetic).orElse(false));
        model.addAttribute("mayPublish", statistician);
        model.addAttribute("mayReview", user != null && publications.mayReview(user.id(), publication));
        model.addAttribute("times", readings);
        model.addAttribute("publication", publication);
        model.addAttribute("facts", readings.facts(run, locale));
        model.addAttribute(
                "withheldWords", statistician && !publication.isPublished() ? withheldWords(run, locale) : List.of());
        model.addAttribute("result", readings.view(run, withheld(publication, run), locale));
        return "workbench/publication";
    }

    @PostMapping(ONE + "/review")
    String review(
            @PathVariable long id, @AuthenticationPrincipal SignedIn user, RedirectAttributes redirect, Locale locale) {
        return step(id, user, redirect, locale, () -> publications.review(user.id(), id));
    }

    @PostMapping(ONE + "/publish")
    String publish(
            @PathVariable long id, @AuthenticationPrincipal SignedIn user, RedirectAttributes redirect, Locale locale) {
        return step(id, user, redirect, locale, () -> publications.publish(user.id(), id));
    }

    @PostMapping(ONE + "/discard")
    String discard(
            @PathVariable long id, @AuthenticationPrincipal SignedIn user, RedirectAttributes redirect, Locale locale) {
        String next = step(id, user, redirect, locale, () -> publications.discard(user.id(), id));
        return redirect.getFlashAttributes().isEmpty() ? "redirect:/publications" : next;
    }

    /** Publishes the newest figures of a closed wave. */
    @PostMapping("/publications/headline")
    String headline(
            @RequestParam long wave,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect,
            Locale locale) {
        Right.RUN_WAVES.require(user);
        if (fieldwork.wave(wave).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            return "redirect:/publications/" + publications.publishHeadline(user.id(), wave, reason);
        } catch (PublicationRefused refused) {
            redirect.addFlashAttribute("refused", List.of(readings.words(locale).of(key(refused))));
            return "redirect:/publications";
        }
    }

    private String step(long id, SignedIn user, RedirectAttributes redirect, Locale locale, Runnable deed) {
        Right.RUN_WAVES.require(user);
        if (publications.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            deed.run();
        } catch (PublicationRefused refused) {
            redirect.addFlashAttribute("refused", List.of(readings.words(locale).of(key(refused))));
        }
        return "redirect:/publications/" + id;
    }

    /** What the public sees was decided when it was published; of a draft it would be decided so now. */
    private Set<String> withheld(Publication publication, AnalysisRun run) {
        return publication.isPublished()
                ? disclosure.of(publication).withheld()
                : disclosure.preview(run).withheld();
    }

    private static boolean mayPublish(@Nullable SignedIn user) {
        return user != null && Right.RUN_WAVES.of(user);
    }
}
