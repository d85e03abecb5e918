package org.suzhi.web.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.analysis.chart.TrendChart;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.FileProblem;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.publication.ContextLine;
import org.suzhi.web.publication.ItemReference;
import org.suzhi.web.publication.NationalSurvey;
import org.suzhi.web.publication.PublishedElsewhere;
import org.suzhi.web.questionnaire.Questionnaires;
import org.suzhi.web.questionnaire.UploadedFile;

/** What other surveys have published, to be shown beside ours: lines for the trend, shares of right answers for the items. */
@Controller
class ReferencesPage {
    private static final int MOST_LINES = TrendChart.MOST_CONTEXT;

    private static final int MOST_PROBLEMS_SHOWN = 100;

    private final Desk desk;
    private final PublishedElsewhere elsewhere;
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final MessageSource messages;
    private final Clock clock;

    ReferencesPage(
            Desk desk,
            PublishedElsewhere elsewhere,
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.elsewhere = elsewhere;
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A survey elsewhere of which figures are stored.
     *
     * @param name place and year in the reader's language
     * @param unasked items that no questionnaire of ours asks, so that they are shown nowhere
     */
    record Surveyed(String place, String year, String name, int items, List<String> sources, List<String> unasked) {}

    @GetMapping("/references")
    String show(Model model, Locale locale) {
        Survey survey = desk.survey();
        List<ContextLine> lines = elsewhere.lines(survey.id());
        model.addAttribute("synthetic", survey.synthetic());
        model.addAttribute("lines", lines);
        model.addAttribute("mostLines", MOST_LINES);
        model.addAttribute(
                "offersNation", lines.size() < MOST_LINES && lines.stream().noneMatch(isCalled(NationalSurvey.line())));
        model.addAttribute("surveys", surveyed(survey, locale));
        return "references";
    }

    private List<Surveyed> surveyed(Survey survey, Locale locale) {
        Set<String> asked = asked(survey);
        Map<List<String>, List<ItemReference>> bySurvey = elsewhere.items(survey.id()).stream()
                .collect(Collectors.groupingBy(
                        r -> List.of(r.place(), r.year()), LinkedHashMap::new, Collectors.toList()));
        return bySurvey.values().stream()
                .map(figures -> new Surveyed(
                        figures.get(0).place(),
                        figures.get(0).year(),
                        figures.get(0).survey(messages, locale),
                        (int) figures.stream()
                                .map(ItemReference::item)
                                .distinct()
                                .count(),
                        figures.stream().map(ItemReference::source).distinct().toList(),
                        figures.stream()
                                .map(ItemReference::item)
                                .filter(item -> !asked.isEmpty() && !asked.contains(item))
                                .distinct()
                                .toList()))
                .sorted(Comparator.comparing(Surveyed::place).thenComparing(Surveyed::year))
                .toList();
    }

    /** The items of all questionnaires; none before there is one. */
    private Set<String> asked(Survey survey) {
        Set<String> items = new HashSet<>();
        fieldwork.waves(survey.id()).stream()
                .map(wave -> questionnaires.get(wave.questionnaireVersionId()))
                .forEach(form -> form.form().items().forEach(item -> items.add(item.name())));
        return items;
    }

    @GetMapping("/references/lines.csv")
    ResponseEntity<byte[]> lines() {
        return csv("lines", ContextLineFile.csv(elsewhere.lines(desk.survey().id())));
    }

    @GetMapping("/references/items.csv")
    ResponseEntity<byte[]> items() {
        return csv("items", ItemReferenceFile.csv(elsewhere.items(desk.survey().id())));
    }

    private static ResponseEntity<byte[]> csv(String name, String content) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("references-" + name + ".csv")
                                .build()
                                .toString())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes in lines: each stands in the place of the one of its name. Where anything is wrong, nothing is stored. */
    @PostMapping("/references/lines")
    String addLines(
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        ContextLineFile read =
                ContextLineFile.read(UploadedFile.bytes(file), Year.now(clock).getValue());
        List<String> wrong = words(read.problems(), locale);
        List<ContextLine> lines = with(read.lines());
        if (wrong.isEmpty() && lines.size() > MOST_LINES) {
            wrong.add(desk.text(locale, "references.too-many-lines", lines.size(), MOST_LINES));
        }
        if (wrong.isEmpty()) {
            elsewhere.replaceLines(user, desk.survey().id(), lines);
            redirect.addFlashAttribute(
                    "told", desk.text(locale, "references.lines.added", names(read.lines(), locale)));
        }
        redirect.addFlashAttribute("wrong", wrong);
        return "redirect:/references";
    }

    /** Takes in the national line that comes with Suzhi. */
    @PostMapping("/references/lines/nation")
    String addNation(@AuthenticationPrincipal SignedIn user, Locale locale, RedirectAttributes redirect) {
        List<ContextLine> nation = List.of(NationalSurvey.line());
        List<ContextLine> lines = with(nation);
        if (lines.size() <= MOST_LINES) {
            elsewhere.replaceLines(user, desk.survey().id(), lines);
            redirect.addFlashAttribute("told", desk.text(locale, "references.lines.added", names(nation, locale)));
        }
        return "redirect:/references";
    }

    /** The lines as they are, those of the same name replaced, new ones behind. */
    private List<ContextLine> with(List<ContextLine> fresh) {
        Map<String, ContextLine> all = new LinkedHashMap<>();
        Stream.concat(elsewhere.lines(desk.survey().id()).stream(), fresh.stream())
                .forEach(line -> all.put(line.nameZh(), line));
        return List.copyOf(all.values());
    }

    private static String names(List<ContextLine> lines, Locale locale) {
        return lines.stream().map(line -> line.name(locale)).collect(Collectors.joining(" · "));
    }

    private static Predicate<ContextLine> isCalled(ContextLine other) {
        return line -> line.nameZh().equals(other.nameZh());
    }

    @PostMapping("/references/lines/remove")
    String removeLine(
            @RequestParam String name,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        List<ContextLine> all = elsewhere.lines(desk.survey().id());
        List<ContextLine> kept =
                all.stream().filter(line -> !line.nameZh().equals(name)).toList();
        if (kept.size() < all.size()) {
            elsewhere.replaceLines(user, desk.survey().id(), kept);
            redirect.addFlashAttribute("told", desk.text(locale, "references.removed", name));
        }
        return "redirect:/references";
    }

    /** Takes in figures: those of a survey stand in the place of all that there were of it. Where anything is wrong, nothing is stored. */
    @PostMapping("/references/items")
    String addItems(
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        ItemReferenceFile read = ItemReferenceFile.read(UploadedFile.bytes(file));
        List<String> wrong = words(read.problems(), locale);
        if (wrong.isEmpty()) {
            Set<String> fresh =
                    read.references().stream().map(ItemReference::survey).collect(Collectors.toSet());
            List<ItemReference> all = Stream.concat(
                            elsewhere.items(desk.survey().id()).stream().filter(r -> !fresh.contains(r.survey())),
                            read.references().stream())
                    .toList();
            elsewhere.replaceItems(user, desk.survey().id(), all);
            redirect.addFlashAttribute(
                    "told",
                    desk.text(
                            locale, "references.items.added", read.references().size(), fresh.size()));
        }
        redirect.addFlashAttribute("wrong", wrong);
        return "redirect:/references";
    }

    @PostMapping("/references/items/remove")
    String removeItems(
            @RequestParam String place,
            @RequestParam String year,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            RedirectAttributes redirect) {
        List<ItemReference> all = elsewhere.items(desk.survey().id());
        List<ItemReference> kept = all.stream()
                .filter(r -> !r.place().equals(place) || !r.year().equals(year))
                .toList();
        if (kept.size() < all.size()) {
            elsewhere.replaceItems(user, desk.survey().id(), kept);
            redirect.addFlashAttribute("told", desk.text(locale, "references.removed", place + " " + year));
        }
        return "redirect:/references";
    }

    private List<String> words(List<FileProblem> problems, Locale locale) {
        return new ArrayList<>(desk.words(problems, MOST_PROBLEMS_SHOWN, locale));
    }
}
