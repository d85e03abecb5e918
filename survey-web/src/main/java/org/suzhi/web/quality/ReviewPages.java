package org.suzhi.web.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** The list of responses with their flags, and the page of one response. */
@Controller
class ReviewPages {
    private static final int ROWS_OF_A_PAGE = 50;
    private final Reviews reviews;
    private final Fieldwork fieldwork;
    private final MessageSource messages;

    ReviewPages(Reviews reviews, Fieldwork fieldwork, MessageSource messages) {
        this.reviews = reviews;
        this.fieldwork = fieldwork;
        this.messages = messages;
    }

    /** What the list shows of a response. */
    record Row(
            long number,
            String town,
            String psu,
            String interviewer,
            String start,
            String minutes,
            String status,
            List<String> flags) {}

    @GetMapping("/review")
    String list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "any") String flag,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String town,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            Model model) {
        List<Wave> waves = reviews.waves();
        frame(model);
        model.addAttribute("years", waves.stream().map(Wave::year).toList());
        Optional<Wave> wave =
                waves.stream().filter(w -> year == null || w.year() == year).findFirst();
        if (wave.isEmpty()) {
            return "review";
        }
        Reviews.WaveReview review = reviews.wave(wave.get(), user);
        ReviewWords words = new ReviewWords(messages, locale);
        Map<String, String> towns = towns(locale);
        List<Interview> found = review.interviews().stream()
                .filter(i -> status.isEmpty() || i.status().equals(status))
                .filter(i -> town.isEmpty() || i.town().equals(town))
                .filter(i -> matches(flag, review.flags().getOrDefault(i.number(), List.of())))
                .toList();
        int pages = Math.max(1, (found.size() + ROWS_OF_A_PAGE - 1) / ROWS_OF_A_PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute(
                "rows",
                found.stream()
                        .skip((long) (shown - 1) * ROWS_OF_A_PAGE)
                        .limit(ROWS_OF_A_PAGE)
                        .map(i -> row(i, review.flags().getOrDefault(i.number(), List.of()), towns, words))
                        .toList());
        model.addAttribute("found", found.size());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("year", wave.get().year());
        model.addAttribute("flag", flag);
        model.addAttribute("status", status);
        model.addAttribute("town", town);
        model.addAttribute("towns", towns);
        model.addAttribute("counts", counts(review));
        model.addAttribute("distances", review.distances());
        model.addAttribute("all", review.interviews().size());
        model.addAttribute("median", minutes(Flags.median(review.interviews())));
        model.addAttribute(
                "effect",
                InterviewerEffect.of(review.interviews())
                        .map(e -> words.of(
                                "effect.value",
                                String.format(locale, "%.3f", e.correlation()),
                                e.interviewers(),
                                e.interviews()))
                        .orElse(words.of("effect.none")));
        return "review";
    }

    private void frame(Model model) {
        model.addAttribute(
                "synthetic", fieldwork.survey().map(Survey::synthetic).orElse(false));
        model.addAttribute("kinds", Flag.Kind.values());
        model.addAttribute("statuses", List.of("APPROVED", "RETURNED", "RECEIVED"));
    }

    private Map<String, String> towns(Locale locale) {
        return fieldwork.survey().map(s -> fieldwork.towns(s.id())).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        NamedCode::code, t -> t.name(locale), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /** {@code any}: with some flag; {@code all}: every response; else the kind's code. */
    private static boolean matches(String flag, List<Flag> flags) {
        return switch (flag) {
            case "all" -> true;
            case "any" -> !flags.isEmpty();
            default -> flags.stream().anyMatch(f -> f.kind().code().equals(flag));
        };
    }

    private static Map<Flag.Kind, Long> counts(Reviews.WaveReview review) {
        Map<Flag.Kind, Long> counts = new EnumMap<>(Flag.Kind.class);
        for (Flag.Kind kind : Flag.Kind.values()) {
            counts.put(
                    kind,
                    review.interviews().stream()
                            .filter(i -> matches(kind.code(), review.flags().getOrDefault(i.number(), List.of())))
                            .count());
        }
        return counts;
    }

    private static Row row(Interview i, List<Flag> flags, Map<String, String> towns, ReviewWords words) {
        return new Row(
                i.number(),
                towns.getOrDefault(i.town(), i.town()),
                i.psu(),
                i.interviewer().isPresent() ? Long.toString(i.interviewer().getAsLong()) : "",
                ReviewWords.minute(i.start()),
                minutes(i.minutes()),
                i.status(),
                flags.stream().map(words::flag).toList());
    }

    private static String minutes(java.util.OptionalDouble minutes) {
        return minutes.isPresent() ? String.format(Locale.ROOT, "%.1f", minutes.getAsDouble()) : "";
    }

    @GetMapping("/review/{response:\\d+}")
    String response(@PathVariable long response, @AuthenticationPrincipal SignedIn user, Locale locale, Model model) {
        frame(model);
        Reviews.WaveReview review = reviews.waveOf(response, user);
        Interview interview = Reviews.interview(review, response);
        ReviewWords words = new ReviewWords(messages, locale);
        model.addAttribute(
                "row", row(interview, review.flags().getOrDefault(response, List.of()), towns(locale), words));
        model.addAttribute("year", review.wave().year());
        ResponseReading reading = new ResponseReading(review.questionnaire(), locale);
        Map<String, Double> seconds = reviews.questionTimes(response);
        model.addAttribute("answers", reading.answers(interview, seconds));
        model.addAttribute("timed", !seconds.isEmpty());
        List<Revision> revisions = reviews.revisions(response);
        model.addAttribute("revision", interview.revision());
        model.addAttribute("history", reading.history(revisions));
        model.addAttribute("decisions", reviews.decisions(response));
        return "response";
    }

    /** A decision, or a try of one that ends with what was wrong. */
    private String done(long response, RedirectAttributes redirect, Locale locale, Runnable decision) {
        try {
            decision.run();
            redirect.addFlashAttribute("told", messages.getMessage("quality.saved", null, locale));
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.NOT_FOUND) {
                throw problem;
            }
            redirect.addFlashAttribute(
                    "wrong",
                    messages.getMessage(
                            "problem." + problem.code().code() + ".detail",
                            problem.arguments().toArray(),
                            locale));
            redirect.addFlashAttribute("findings", problem.findings());
        }
        return "redirect:/review/" + response;
    }

    @PostMapping("/review/{response:\\d+}/approve")
    String approve(
            @PathVariable long response,
            @RequestParam int revision,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        return done(response, redirect, locale, () -> reviews.approve(response, revision, "", user));
    }

    @PostMapping("/review/{response:\\d+}/return")
    String giveBack(
            @PathVariable long response,
            @RequestParam int revision,
            @RequestParam String comment,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        return done(response, redirect, locale, () -> reviews.giveBack(response, revision, comment, user));
    }

    @PostMapping("/review/{response:\\d+}/edit")
    String edit(
            @PathVariable long response,
            @RequestParam int revision,
            @RequestParam String item,
            @RequestParam String value,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        return done(
                response, redirect, locale, () -> reviews.edit(response, revision, item, value, reason, user, locale));
    }
}
