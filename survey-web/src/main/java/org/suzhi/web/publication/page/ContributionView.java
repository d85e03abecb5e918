package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Measure;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.PublishedSeries;

/** The contributions as their page shows them. */
record ContributionView(Contributions contributions, PublishedSeries series, Texts texts) {
    /** A what-if: the sentence on what is needed, and where a rate is supposed its result and arithmetic. */
    record Supposed(String group, String name, String needed, String result, Table arithmetic, String warning) {}

    /** A group that may be chosen. */
    record Choice(String code, String name) {}

    /** Who lags by what. */
    record Lag(String sentence, String caption, Table table) {}

    public String change() {
        return words().change();
    }

    /** The dimensions, towns first, then the groups. */
    List<DashboardPage.Section> sections() {
        if (contributions.from().isEmpty()) {
            return List.of();
        }
        ContributionCharts charts = new ContributionCharts(contributions, series, texts);
        ContributionTables tables = new ContributionTables(contributions, texts);
        List<DashboardPage.Section> sections = new ArrayList<>();
        List<Split> groups = contributions.groups();
        if (!groups.isEmpty()) {
            sections.add(section("group", texts.of("contributions.groups.lead"), charts.groups(), tables.groups()));
        }
        for (Split split : contributions.dimensions()) {
            sections.add(section(split.dimension(), words().split(split), charts.levels(split), tables.levels(split)));
        }
        return sections;
    }

    private DashboardPage.Section section(String slug, String lead, Chart chart, Table table) {
        return new DashboardPage.Section(
                slug,
                texts.of("contributions.by." + slug),
                lead,
                texts.of("contributions.reading"),
                List.of(),
                Optional.of(RenderedCharts.drawing(chart, slug, table)));
    }

    public List<Lag> lags() {
        ContributionTables tables = new ContributionTables(contributions, texts);
        List<Lag> lags = new ArrayList<>();
        for (String dimension : List.of("town", "group")) {
            for (Measure measure : Measure.values()) {
                if (!contributions.gaps(dimension, measure).isEmpty()) {
                    String of = texts.of(dimension.equals("town") ? "contributions.towns" : "contributions.groups");
                    lags.add(new Lag(
                            words().lagging(dimension, measure),
                            measure == Measure.RATE
                                    ? texts.of("contributions.gaps.rate", of, year())
                                    : texts.of("contributions.gaps.gain", of, since(), year()),
                            tables.gaps(dimension, measure)));
                }
            }
        }
        return lags;
    }

    /** What is not told, in one sentence; "" where all is. */
    public String untold() {
        if (contributions.untold().isEmpty()) {
            return "";
        }
        return texts.of(
                "contributions.untold",
                contributions.untold().stream()
                        .map(u -> u.dimension().equals("group")
                                ? texts.level("group", u.level())
                                : texts.of("contributions.by." + u.dimension()))
                        .collect(Collectors.joining(texts.of("list.comma"))));
    }

    public List<Choice> groups() {
        return contributions.groups().stream()
                .map(split -> new Choice(
                        split.levels().get(0),
                        texts.level("group", split.levels().get(0))))
                .toList();
    }

    Optional<Supposed> whatIf(ContributionQuestion question) {
        return contributions
                .group(question.group())
                .or(() -> contributions.groups().stream().findFirst())
                .map(split -> {
                    String name = texts.level("group", split.levels().get(0));
                    WhatIfWords words =
                            new WhatIfWords(split, name, contributions.to().year(), series.target(), texts);
                    return new Supposed(
                            split.levels().get(0),
                            name,
                            words.needed(),
                            question.rate().map(words::result).orElse(""),
                            words.arithmetic(question.rate().orElse(split.to().rate(0))),
                            words.warning());
                });
    }

    private ContributionWords words() {
        return new ContributionWords(contributions, texts);
    }

    private String year() {
        return Integer.toString(contributions.to().year());
    }

    private String since() {
        return contributions.from().map(wave -> Integer.toString(wave.year())).orElse("");
    }
}
