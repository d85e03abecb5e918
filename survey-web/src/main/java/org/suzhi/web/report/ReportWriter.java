package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.Counts;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.Contributions;
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
    private final MessageSource messages;

    ReportWriter(
            Publications publications,
            PartsOfWaves parts,
            Fieldwork fieldwork,
            Counts counts,
            MessageSource messages) {
        this.publications = publications;
        this.parts = parts;
        this.fieldwork = fieldwork;
        this.counts = counts;
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

    /** The towns that a report may be on. */
    List<NamedCode> towns() {
        return fieldwork.survey().map(s -> fieldwork.towns(s.id())).orElse(List.of());
    }

    /**
     * Writes a report.
     *
     * @throws ReportRefused when nothing is published of the year, or there is no such town
     */
    Report write(ReportRequest request) {
        PublishedSeries series = publications
                .current()
                .filter(s -> s.waves().stream().anyMatch(w -> w.year() == request.year()))
                .orElseThrow(() -> new ReportRefused("report.refused.year", Integer.toString(request.year())))
                .upTo(request.year());
        if (!request.town().isEmpty()
                && towns().stream().noneMatch(town -> town.code().equals(request.town()))) {
            throw new ReportRefused("report.refused.town", request.town());
        }
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
                Counts.byKind(counts.cases(wave.id())));
    }

    /** The report on the newest wave of a series. */
    static Report compose(
            PublishedSeries series,
            PartsOfWaves parts,
            Texts texts,
            ReportRequest request,
            Wave wave,
            Map<Outcome.Kind, Integer> outcomes) {
        SeriesReading reading = new SeriesReading(series);
        List<Report.Section> sections = new ArrayList<>();
        if (request.town().isEmpty()) {
            Optional<PublishedWave> since = reading.oneWave()
                    ? Optional.empty()
                    : Optional.of(request.kind() == Kind.EVALUATION ? reading.first() : reading.previous());
            Sections writer = new Sections(reading, Contributions.of(since, reading.newest(), parts), texts);
            sections.addAll(request.kind() == Kind.EVALUATION ? writer.evaluation() : writer.circular());
        } else {
            sections.addAll(new TownSections(reading, texts, request.town()).all());
        }
        sections.add(new MethodSection(texts, reading.newest()).section(outcomes));
        sections.add(new Appendix(texts, reading).section(wave));
        return new Report(
                texts.language(),
                title(request, series, texts),
                request.letterhead(),
                series.synthetic() ? texts.of("synthetic.mark") : "",
                numbered(sections, texts));
    }

    private static String title(ReportRequest request, PublishedSeries series, Texts texts) {
        String survey = series.survey().name(texts.locale());
        String year = Integer.toString(request.year());
        if (!request.town().isEmpty()) {
            return texts.of("report.title.town", survey, year, texts.level("town", request.town()));
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
                    section.blocks()));
        }
        return numbered;
    }
}
