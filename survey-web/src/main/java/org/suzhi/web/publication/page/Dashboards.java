package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.Verdict;
import org.suzhi.web.publication.VerdictSentence;

/**
 * Writes the dashboard of a series that has at least one wave. Every sentence is made from the numbers.
 *
 * @param all the whole series, of whose waves a reader can choose
 */
record Dashboards(SeriesReading reading, Texts texts, PublishedSeries all, RenderedCharts charts) {
    DashboardPage page() {
        PublishedSeries series = reading.series();
        PublishedWave newest = reading.newest();
        MethodBox method = new MethodBox(texts);
        return new DashboardPage(
                series.survey().name(texts.locale()),
                series.synthetic(),
                texts.of("dashboard.eyebrow", Integer.toString(newest.year())),
                reading.headline(newest).publishable() || reading.group() == null
                        ? reading.group() == null
                                ? newest.usedResponses()
                                : reading.headline(newest).n()
                        : 0,
                reading.group() == null ? verdict() : group(),
                facts(),
                Arrays.stream(Topic.values())
                        .filter(topic -> topic == Topic.OUTLOOK ? reading.group() == null : reading.has(topic))
                        .map(this::section)
                        .toList(),
                method.weighting(newest),
                method.facts(newest),
                all.waves().stream()
                        .map(wave -> new DashboardPage.Choice(
                                Integer.toString(wave.year()),
                                texts.of("filter.wave.option", Integer.toString(wave.year())),
                                wave.year() == newest.year()))
                        .toList(),
                groups(newest));
    }

    private DashboardPage.Headline verdict() {
        Verdict verdict = reading.series().verdict();
        VerdictWords words = new VerdictWords(reading.series().target(), verdict, texts);
        return new DashboardPage.Headline(
                verdict.code(),
                words.label(),
                VerdictSentence.of(reading.series(), texts.messages(), texts.locale()),
                words.ground(),
                Texts.percent(verdict.estimate()),
                texts.interval(verdict.lower(), verdict.upper()));
    }

    /** A group has no verdict of its own, since the target is the whole population's: its interval is only placed. */
    private DashboardPage.Headline group() {
        Figure figure = reading.headline(reading.newest());
        String name = texts.level("group", figure.level());
        String year = Integer.toString(reading.newest().year());
        String whole = Texts.percent(reading.newest().overall().estimate());
        if (!figure.publishable()) {
            return new DashboardPage.Headline(
                    "not_settled",
                    texts.of("table.suppressed"),
                    texts.of("group.withheld", year, name, whole),
                    "",
                    "–",
                    "–");
        }
        double target = reading.series().target().value();
        String place = Double.isNaN(figure.lower())
                ? "within"
                : figure.lower() > target ? "above" : figure.upper() < target ? "below" : "within";
        return new DashboardPage.Headline(
                place.equals("above") ? "met" : place.equals("below") ? "short" : "not_settled",
                texts.of("group." + place + ".label"),
                texts.of("group.sentence", year, name, Texts.percent(figure.estimate()), whole),
                texts.of("group." + place + ".ground", Texts.shortPercent(target)),
                Texts.percent(figure.estimate()),
                Double.isNaN(figure.lower()) ? "–" : texts.interval(figure.lower(), figure.upper()));
    }

    private List<DashboardPage.Choice> groups(PublishedWave newest) {
        List<DashboardPage.Choice> choices = new ArrayList<>();
        choices.add(new DashboardPage.Choice("", texts.of("filter.group.all"), reading.group() == null));
        newest.figures().stream()
                .filter(figure -> figure.dimension().equals("group"))
                .map(figure -> new DashboardPage.Choice(
                        figure.level(),
                        texts.level("group", figure.level()),
                        figure.level().equals(reading.group())))
                .forEach(choices::add);
        return choices;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                texts.of(
                        "fact.target",
                        Integer.toString(reading.series().target().deadline())),
                reading.series().target().sign()
                        + " "
                        + Texts.shortPercent(reading.series().target().value())));
        facts.add(
                reading.group() == null
                        ? new Fact(
                                texts.of("fact.probability"),
                                texts.probability(reading.series().verdict().probability()))
                        : new Fact(
                                texts.of("chart.whole"),
                                Texts.percent(reading.newest().overall().estimate())));
        return facts;
    }

    private DashboardPage.Section section(Topic topic) {
        String slug = topic.slug();
        return new DashboardPage.Section(
                slug,
                texts.of("topic." + slug + ".title"),
                new Leads(reading, texts).lead(topic),
                reading.howToRead(topic, texts),
                topic == Topic.OUTLOOK ? new Leads(reading, texts).outlook() : List.of(),
                reading.has(topic) ? Optional.of(charts.drawing(reading, texts, topic)) : Optional.empty());
    }
}
