package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartText;
import org.suzhi.analysis.chart.ContributionChart;
import org.suzhi.analysis.indicator.PartsChange;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.PublishedSeries;

/** Contributions as charts, with their words. */
public record ContributionCharts(Contributions contributions, PublishedSeries series, Texts texts) {
    /** What every level of a dimension adds. */
    public Chart levels(Split split) {
        PartsChange change = split.change().orElseThrow();
        List<ContributionChart.Row> rows = new ArrayList<>();
        for (int c = 0; c < split.levels().size(); c++) {
            rows.add(row(
                    words().level(split, c),
                    change.rate(c).value(),
                    change.composition(c).value(),
                    change.total(c)));
        }
        return chart(texts.of("contributions.chart." + split.dimension(), since(), year()), rows);
    }

    /** What every group adds, one by one. */
    public Chart groups() {
        List<ContributionChart.Row> rows = new ArrayList<>();
        for (Split split : contributions.groups()) {
            PartsChange change = split.change().orElseThrow();
            rows.add(row(
                    words().level(split, 0),
                    change.rate(0).value(),
                    change.composition().value(),
                    change.ofFirst()));
        }
        return chart(texts.of("contributions.chart.group", since(), year()), rows);
    }

    private static ContributionChart.Row row(String label, double rate, double composition, Estimated total) {
        return new ContributionChart.Row(label, rate, composition, total.value(), total.lower(), total.upper());
    }

    private Chart chart(String title, List<ContributionChart.Row> rows) {
        String described = rows.stream()
                .map(row -> texts.of(
                        "contributions.alt.row",
                        row.label(),
                        Texts.points(row.rate()),
                        Texts.points(row.composition()),
                        Texts.points(row.total()),
                        Texts.points(row.lower()),
                        Texts.points(row.upper())))
                .collect(Collectors.joining(texts.of("list.separator")));
        return new ContributionChart(
                new ChartText(
                        title,
                        texts.of("contributions.reading"),
                        texts.of(
                                "contributions.source",
                                series.survey().name(texts.locale()),
                                since(),
                                Texts.count(contributions
                                        .from()
                                        .orElseThrow()
                                        .overall()
                                        .n()),
                                year(),
                                Texts.count(contributions.to().overall().n())),
                        series.synthetic() ? texts.of("synthetic.mark") : "",
                        texts.of("contributions.alt", title, described)),
                rows,
                new ContributionChart.Legend(
                        texts.of("contributions.legend.rate"),
                        texts.of("contributions.legend.composition"),
                        texts.of("contributions.legend.total")));
    }

    private ContributionWords words() {
        return new ContributionWords(contributions, texts);
    }

    private String since() {
        return Integer.toString(contributions.from().orElseThrow().year());
    }

    private String year() {
        return Integer.toString(contributions.to().year());
    }
}
