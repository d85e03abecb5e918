package org.suzhi.web.division.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartSvg;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.division.DivisionWork;
import org.suzhi.web.division.Divisions;
import org.suzhi.web.division.StoredDivision;
import org.suzhi.web.division.TargetValues;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;

/** What every page of the plan needs: the division, what is published and entered, its charts. */
@Component
public class PlanDesk {
    /** CSS pixels on a desk. */
    static final int WIDE = 820;
    /** CSS pixels on a phone. */
    static final int NARROW = 350;

    private final Fieldwork fieldwork;
    private final Divisions divisions;
    private final TargetValues values;
    private final Publications publications;
    private final DivisionWork work;
    private final MessageSource messages;
    private final AtomicReference<@Nullable Drawn> drawn = new AtomicReference<>();

    PlanDesk(
            Fieldwork fieldwork,
            Divisions divisions,
            TargetValues values,
            Publications publications,
            DivisionWork work,
            MessageSource messages) {
        this.fieldwork = fieldwork;
        this.divisions = divisions;
        this.values = values;
        this.publications = publications;
        this.work = work;
        this.messages = messages;
    }

    /** A chart as SVG for desk and phone. */
    record Drawing(String wide, String narrow) {}

    /** The charts of one edition, one state of publication and one day. */
    private record Drawn(Object of, Map<String, Drawing> charts) {}

    /** What the page of a plan is opened on. */
    public record View(Survey survey, StoredDivision stored, PlanReading reading, PlanCharts charts) {}

    /** Opens a page; empty where there is no division yet. */
    Optional<View> open(@Nullable SignedIn user, Model model, Locale locale) {
        Optional<Survey> survey = fieldwork.survey();
        model.addAttribute("synthetic", survey.map(Survey::synthetic).orElse(false));
        model.addAttribute("hasSurvey", survey.isPresent());
        model.addAttribute("zone", work.zone());
        model.addAttribute("mayEnter", user != null && Right.RUN_WAVES.of(user));
        Optional<View> view = survey.flatMap(s -> view(s, locale));
        view.ifPresent(v -> {
            Optional<PublishedSeries> series = v.reading().series();
            model.addAttribute("view", v.reading());
            model.addAttribute("survey", v.survey().name(locale));
            model.addAttribute(
                    "waveYear",
                    v.reading().newestWave().map(w -> String.valueOf(w.year())).orElse(null));
            model.addAttribute(
                    "provisional",
                    v.reading().newestWave().map(w -> w.isProvisional()).orElse(false));
            model.addAttribute("target", series.map(s -> s.target().brief()).orElse(""));
        });
        return view;
    }

    /** Reads the newest edition of a survey's plan; empty where there is none. */
    public Optional<View> view(Survey survey, Locale locale) {
        return divisions.newest(survey.id()).map(stored -> {
            Words words = new Words(messages, locale);
            PlanReading reading = new PlanReading(
                    stored.division(),
                    publications.current().filter(s -> s.survey().id() == survey.id()),
                    values.all(survey.id()),
                    fieldwork.groups(survey.id()),
                    fieldwork.towns(survey.id()),
                    work.today(),
                    words);
            return new View(survey, stored, reading, new PlanCharts(reading, words));
        });
    }

    /** Draws a chart once for each edition, publication, day and language; {@code id} is unique on its page. */
    Drawing draw(View view, String id, Supplier<Chart> chart) {
        List<Object> of = List.of(
                view.stored().id(),
                view.reading().series().map(Object.class::cast).orElse(""),
                view.reading().today());
        Drawn kept = drawn.updateAndGet(
                old -> old != null && old.of().equals(of) ? old : new Drawn(of, new ConcurrentHashMap<>()));
        return kept.charts()
                .computeIfAbsent(id + "/" + view.reading().words().locale().getLanguage(), key -> {
                    Chart made = chart.get();
                    return new Drawing(ChartSvg.inline(made, WIDE, id + "w"), ChartSvg.inline(made, NARROW, id + "n"));
                });
    }
}
