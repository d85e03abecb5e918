package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.web.division.Unit;
import org.suzhi.web.division.page.PlanDesk;
import org.suzhi.web.division.page.PlanReading;
import org.suzhi.web.fieldwork.Counts;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.Missing;
import org.suzhi.web.publication.PartsOfWaves;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.page.SeriesReading;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.report.ReportRequest.Kind;

/** Writes reports from the published series. */
@Component
class ReportWriter {
    private final Publications publications;
    private final PartsOfWaves parts;
    private final Fieldwork fieldwork;
    private final Counts counts;
    private final PlanDesk plans;
    private final MessageSource messages;

    ReportWriter(
            Publications publications,
            PartsOfWaves parts,
            Fieldwork fieldwork,
            Counts counts,
            PlanDesk plans,
            MessageSource messages) {
        this.publications = publications;
        this.parts = parts;
        this.fieldwork = fieldwork;
        this.counts = counts;
        this.plans = plans;
        this.messages = messages;
    }

    /** The published years, the newest first. */
    List<Integer> years() {
        return publications.current().stream()
                .flatMap(series -> series.waves().stream())
                .map(PublishedWave::year)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    /** What is missing while there is no published year. */
    Missing missing() {
        return publications.missing();
    }

    /** The towns that a report may be on. */
    List<NamedCode> towns() {
        return fieldwork.survey().map(s -> fieldwork.towns(s.id())).orElse(List.of());
    }

    /** The units that a report may be on. */
    List<Unit> units(Locale locale) {
        return fieldwork
                .survey()
                .flatMap(survey -> plans.view(survey, locale))
                .map(view -> view.reading().division().units())
                .orElse(List.of());
    }

    /**
     * Writes a report.
     *
     * @throws ReportRefused when nothing is published, or not of the year, or there is no such town or unit
     */
    Report write(ReportRequest request) {
        Optional<PublishedSeries> current = publications.current();
        if (current.isEmpty()) {
            throw new ReportRefused("report.refused.nothing", Integer.toString(request.year()));
        }
        PublishedSeries series = current.filter(s -> s.waves().stream().anyMatch(w -> w.year() == request.year()))
                .orElseThrow(() -> new ReportRefused("report.refused.year", Integer.toString(request.year())))
                .upTo(request.year());
        Optional<PlanReading> plan = plans.view(series.survey(), request.locale())
                .map(view -> view.reading().upTo(request.year()));
        check(request.subject(), plan);
        Wave wave = fieldwork.waves(series.survey().id()).stream()
                .filter(w -> w.year() == request.year())
                .findFirst()
                .orElseThrow();
        return compose(
                series,
                parts,
                new Texts(messages, request.locale(), publications),
                request,
                wave,
                Counts.byKind(counts.cases(wave.id())),
                plan);
    }

    private void check(Subject subject, Optional<PlanReading> plan) {
        boolean known = switch (subject.scope()) {
            case WHOLE -> true;
            case TOWN -> towns().stream().anyMatch(town -> town.code().equals(subject.code()));
            case UNIT -> plan.flatMap(p -> p.division().unit(subject.code())).isPresent();
        };
        if (!known) {
            throw new ReportRefused(
                    "report.refused." + subject.scope().name().toLowerCase(Locale.ROOT), subject.code());
        }
    }

    /** The report on the newest wave of a series. */
    static Report compose(
            PublishedSeries series,
            PartsOfWaves parts,
            Texts texts,
            ReportRequest request,
            Wave wave,
            Map<Outcome.Kind, Integer> outcomes,
            Optional<PlanReading> plan) {
        SeriesReading reading = new SeriesReading(series);
        Sections writer = new Sections(reading, parts, texts);
        List<Report.Section> sections = new ArrayList<>(
                switch (request.subject().scope()) {
                    case WHOLE -> whole(request.kind(), writer, plan);
                    case TOWN ->
                        town(new TownSections(reading, texts, request.subject().code()), plan);
                    case UNIT -> unit(request.subject().code(), writer, plan.orElseThrow());
                });
        sections.add(new MethodSection(texts, reading.newest()).section(outcomes));
        sections.add(new Appendix(texts, reading).section(wave, List.copyOf(sections)));
        return new Report(
                texts.language(),
                title(request, series, texts, plan),
                request.letterhead(),
                series.synthetic() ? texts.of("synthetic.mark") : "",
                numbered(sections, texts));
    }

    private static List<Report.Section> whole(Kind kind, Sections writer, Optional<PlanReading> plan) {
        if (kind == Kind.CIRCULAR) {
            return writer.circular();
        }
        List<Report.Section> sections = new ArrayList<>(writer.evaluation());
        plan.ifPresent(p -> sections.addAll(new PlanSections(p, writer.texts()).all()));
        return sections;
    }

    private static List<Report.Section> town(TownSections writer, Optional<PlanReading> plan) {
        List<Report.Section> sections = new ArrayList<>(writer.all());
        plan.ifPresent(p -> p.towns().stream()
                .filter(town -> town.code().equals(writer.town()))
                .forEach(town -> sections.addAll(1, new PlanSections(p, writer.texts()).town(town))));
        return sections;
    }

    private static List<Report.Section> unit(String code, Sections writer, PlanReading plan) {
        List<Report.Section> sections = new ArrayList<>();
        sections.add(writer.overall());
        sections.addAll(new PlanSections(plan, writer.texts())
                .unit(plan.division().unit(code).orElseThrow()));
        return sections;
    }

    private static String title(
            ReportRequest request, PublishedSeries series, Texts texts, Optional<PlanReading> plan) {
        String survey = series.survey().name(texts.locale());
        String year = Integer.toString(request.year());
        if (request.subject().is(Subject.Scope.TOWN)) {
            return texts.of(
                    "report.title.town",
                    survey,
                    year,
                    texts.level("town", request.subject().code()));
        }
        if (request.subject().is(Subject.Scope.UNIT)) {
            Unit unit =
                    plan.orElseThrow().division().unit(request.subject().code()).orElseThrow();
            return texts.of("report.title.unit", survey, year, unit.name().in(texts.locale()));
        }
        return request.kind() == Kind.EVALUATION
                ? texts.of(
                        "report.title.evaluation",
                        survey,
                        Integer.toString(series.waves().get(0).year()),
                        year)
                : texts.of("report.title.circular", survey, year);
    }

    private static List<Report.Section> numbered(List<Report.Section> sections, Texts texts) {
        List<Report.Section> numbered = new ArrayList<>();
        for (Report.Section section : sections) {
            int number = numbered.size() + 1;
            numbered.add(new Report.Section(
                    texts.of("report.heading", section.heading(), Numerals.chinese(number), Integer.toString(number)),
                    section.blocks().stream().flatMap(ReportWriter::fitting).toList()));
        }
        return numbered;
    }

    /** A chart too high for a page in pieces. */
    private static Stream<Report.Block> fitting(Report.Block block) {
        return block instanceof Report.Drawing drawing
                ? drawing.chart().pieces(HtmlReport.CHART_WIDTH, HtmlReport.CHART_HEIGHT).stream()
                        .map(Report.Drawing::new)
                : Stream.of(block);
    }
}
