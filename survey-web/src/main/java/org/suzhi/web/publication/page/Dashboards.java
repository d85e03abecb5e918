package org.suzhi.web.publication.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        MethodBox method = new MethodBox(texts);
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
                        .filter(topic -> topic == Topic.OUTLOOK ? reading.group() == null : reading.has(topic))
                        .map(this::section)
                        .toList(),
                method.weighting(newest),
                method.facts(newest));
    }

    private List<Fact> facts() {
        return List.of(
                new Fact(
                        texts.of(
                                "fact.target",
                                Integer.toString(reading.series().target().deadline())),
                        reading.series().target().operator()
                                + " "
                                + Texts.shortPercent(reading.series().target().value())),
                new Fact(
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
                topic == Topic.OUTLOOK ? new Leads(reading, texts).outlook() : List.of(),
                reading.has(topic) ? Optional.of(drawing(topic)) : Optional.empty());
    }

    private DashboardPage.Drawing drawing(Topic topic) {
        return new DashboardPage.Drawing(
                charts.inline(reading, topic, texts, RenderedCharts.WIDE),
                charts.inline(reading, topic, texts, RenderedCharts.NARROW),
                new SeriesTables(reading, texts).table(topic));
    }
}
