package org.suzhi.web.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.CaseWork;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Counts;
import org.suzhi.web.fieldwork.Counts.CaseCell;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Outcome.Kind;
import org.suzhi.web.fieldwork.OutcomeFile;
import org.suzhi.web.fieldwork.OutcomeRates;
import org.suzhi.web.fieldwork.SurveyCase;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.questionnaire.UploadedFile;

/** The outcome rates of a wave by town, by the formulas of AAPOR. */
@Controller
class OutcomesPage {
    static final List<String> RATES = List.of(
            "RR1", "RR2", "RR3", "RR4", "RR5", "RR6", "COOP1", "COOP2", "COOP3", "COOP4", "REF1", "REF2", "REF3",
            "CON1", "CON2", "CON3");

    private static final int MOST_PROBLEMS_SHOWN = 200;

    private final Desk desk;
    private final Counts counts;
    private final CaseWork work;
    private final Clock clock;

    OutcomesPage(Desk desk, Counts counts, CaseWork work, Clock clock) {
        this.desk = desk;
        this.counts = counts;
        this.work = work;
        this.clock = clock;
    }

    /** A town's cases by kind of outcome, in the order of {@link Kind}, and its rates in that of {@link #RATES}. */
    record Row(String name, int cases, List<Integer> kinds, List<String> rates) {}

    @GetMapping("/fieldwork/outcomes")
    String outcomes(
            @RequestParam(required = false) @Nullable Integer year,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Desk.View view = desk.open(user, year, model);
        List<CaseCell> wave = counts.cases(view.wave().id());
        double e = OutcomeRates.proportionalE(Counts.byKind(wave));
        Set<String> visible = view.townCodes();
        List<Row> rows = new ArrayList<>();
        for (NamedCode town : view.towns()) {
            rows.add(row(town.name(locale), wave.stream().filter(c -> c.town().equals(town.code())), e));
        }
        rows.add(row(desk.text(locale, "outcomes.all"), wave.stream().filter(c -> visible.contains(c.town())), e));
        model.addAttribute("rows", rows);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("rates", RATES);
        model.addAttribute("e", Decimals.format("0.000", e));
        return "fieldwork/outcomes";
    }

    /** Takes in a file of visits; where anything is wrong in it, everything wrong is told and nothing is stored. */
    @PostMapping("/fieldwork/outcomes")
    String add(
            @RequestParam int year,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Desk.View view = desk.open(user, year, model);
        Map<String, SurveyCase> known =
                work.list(user, Cases.Filter.ofWave(view.wave().id()), Integer.MAX_VALUE, 0).stream()
                        .collect(Collectors.toMap(SurveyCase::code, Function.identity()));
        OutcomeFile read = OutcomeFile.read(UploadedFile.bytes(file), known, clock.getZone(), clock.instant());
        if (read.problems().isEmpty()) {
            work.add(user, view.wave().id(), read);
            long ended = read.visits().stream().filter(OutcomeFile.Visit::ends).count();
            redirect.addFlashAttribute(
                    "told", desk.text(locale, "outcomes.added", read.visits().size(), ended));
        } else {
            redirect.addFlashAttribute("wrong", desk.words(read.problems(), MOST_PROBLEMS_SHOWN, locale));
        }
        model.asMap().clear();
        return "redirect:/fieldwork/outcomes?year=" + year;
    }

    private static Row row(String name, Stream<CaseCell> cells, double e) {
        Map<Kind, Integer> byKind = Counts.byKind(cells.toList());
        OutcomeRates rates = OutcomeRates.of(byKind, e);
        return new Row(
                name,
                rates.cases(),
                Stream.of(Kind.values()).map(rates::count).toList(),
                rates(rates).mapToObj(OutcomesPage::percent).toList());
    }

    private static DoubleStream rates(OutcomeRates rates) {
        return DoubleStream.concat(
                DoubleStream.concat(
                        IntStream.rangeClosed(1, 6).mapToDouble(rates::responseRate),
                        IntStream.rangeClosed(1, 4).mapToDouble(rates::cooperationRate)),
                DoubleStream.concat(
                        IntStream.rangeClosed(1, 3).mapToDouble(rates::refusalRate),
                        IntStream.rangeClosed(1, 3).mapToDouble(rates::contactRate)));
    }

    private static String percent(double rate) {
        return Double.isNaN(rate) ? "—" : Decimals.format("0.0%", rate);
    }
}
