package org.suzhi.web.publication.page;

import java.util.Arrays;
import java.util.List;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Verdict;
import org.suzhi.web.publication.VerdictSentence;

/** Writes the dashboard of a series that has at least one wave. Every sentence is made from the numbers. */
record Dashboards(SeriesReading reading, Texts texts, RenderedCharts charts) {
    DashboardPage page() {
        PublishedSeries series = reading.series();
        PublishedWave newest = reading.newest();
        Verdict verdict = series.verdict();
        VerdictWords words = new VerdictWords(series.target(), verdict, texts);
        return new DashboardPage(
                series.survey().name(texts.locale()),
                series.synthetic(),
                texts.of("dashboard.eyebrow", Integer.toString(newest.year())),
                newest.usedResponses(),
                verdict.code(),
                words.label(),
                VerdictSentence.of(series, texts.messages(), texts.locale()),
                words.ground(),
                Texts.percent(verdict.estimate()),
                texts.interval(verdict.lower(), verdict.upper()),
                facts(),
                Arrays.stream(Topic.values())
                        .filter(reading::has)
                        .map(this::section)
                        .toList(),
                weighting(newest),
                method(newest));
    }

    private List<DashboardPage.Fact> facts() {
        return List.of(
                new DashboardPage.Fact(
                        texts.of(
                                "fact.target",
                                Integer.toString(reading.series().target().deadline())),
                        reading.series().target().operator()
                                + " "
                                + Texts.shortPercent(reading.series().target().value())),
                new DashboardPage.Fact(
                        texts.of("fact.probability"),
                        texts.probability(reading.series().verdict().probability())));
    }

    private DashboardPage.Section section(Topic topic) {
        String slug = topic.slug();
        return new DashboardPage.Section(
                slug,
                texts.of("topic." + slug + ".title"),
                new Leads(reading, texts).lead(topic),
                texts.of("topic." + slug + ".reading"),
                charts.inline(reading, topic, texts, RenderedCharts.WIDE),
                charts.inline(reading, topic, texts, RenderedCharts.NARROW),
                new SeriesTables(reading, texts).table(topic));
    }

    private String weighting(PublishedWave wave) {
        double weighted = wave.overall().estimate();
        double points = 100 * (wave.unweightedRate() - weighted);
        String direction = points > 0.005 ? "higher" : points < -0.005 ? "lower" : "same";
        return texts.of(
                "weighting." + direction,
                Integer.toString(wave.year()),
                Texts.percent(wave.unweightedRate()),
                Texts.percent(weighted),
                Texts.number("0.00", Math.abs(points)));
    }

    private List<DashboardPage.Fact> method(PublishedWave wave) {
        Figure overall = wave.overall();
        return List.of(
                fact("population"),
                fact("criterion"),
                fact("weights"),
                fact("interval", Texts.number("0.00", 100 * overall.se()), Texts.number("0", overall.df())),
                fact("deff", Texts.number("0.00", overall.deff()), Texts.number("#,##0", overall.effectiveN())),
                fact("responses", Texts.count(wave.responses()), Texts.count(wave.usedResponses())),
                fact(
                        "score",
                        Texts.number("0.0", wave.meanScore().estimate()),
                        Texts.number("0.0", wave.meanScore().lower()),
                        Texts.number("0.0", wave.meanScore().upper())));
    }

    private DashboardPage.Fact fact(String name, Object... parameters) {
        return new DashboardPage.Fact(
                texts.of("method." + name + ".label"), texts.of("method." + name + ".text", parameters));
    }
}
