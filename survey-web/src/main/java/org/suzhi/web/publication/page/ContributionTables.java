package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.suzhi.analysis.indicator.Parts;
import org.suzhi.analysis.indicator.PartsChange;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Gap;
import org.suzhi.web.publication.Contributions.Measure;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.WaveParts;

/** Contributions as tables, and unrounded as CSV. */
public record ContributionTables(Contributions contributions, Texts texts) {
    private static final List<String> CSV_HEAD = List.of(
            "from",
            "to",
            "dimension",
            "level",
            "label",
            "share_from",
            "share_to",
            "rate_from",
            "rate_to",
            "composition",
            "composition_se",
            "rate_part",
            "rate_part_se",
            "total",
            "total_se",
            "total_ci_lower",
            "total_ci_upper",
            "df",
            "note");

    /** Every level of a dimension with shares, rates and what it adds, in percentage points; at the end the sums. */
    public Table levels(Split split) {
        PartsChange change = split.change().orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < split.levels().size(); c++) {
            Estimated total = change.total(c);
            rows.add(List.of(
                    words().level(split, c),
                    Texts.percent(change.to().share(c)),
                    Texts.percent(change.to().rate(c)),
                    Texts.points(change.composition(c).value()),
                    Texts.points(change.rate(c).value()),
                    Texts.points(total.value()),
                    interval(total)));
        }
        rows.add(List.of(
                texts.of("chart.whole"),
                Texts.percent(1),
                Texts.percent(change.to().whole()),
                Texts.points(change.composition().value()),
                Texts.points(change.rate().value()),
                Texts.points(change.change().value()),
                interval(change.change())));
        return new Table(head("table.domain"), rows);
    }

    /** Every group against all others: one by one, since groups overlap and do not add up. */
    public Table groups() {
        List<List<String>> rows = new ArrayList<>();
        for (Split split : contributions.groups()) {
            PartsChange change = split.change().orElseThrow();
            rows.add(List.of(
                    words().level(split, 0),
                    Texts.percent(change.to().share(0)),
                    Texts.percent(change.to().rate(0)),
                    Texts.points(change.composition().value()),
                    Texts.points(change.rate(0).value()),
                    Texts.points(change.ofFirst().value()),
                    interval(change.ofFirst())));
        }
        return new Table(head("whatif.group"), rows);
    }

    private List<String> head(String first) {
        String to = Integer.toString(contributions.to().year());
        return List.of(
                texts.of(first),
                texts.of("contributions.column.share", to),
                texts.of("contributions.column.rate", to),
                texts.of("contributions.column.composition"),
                texts.of("contributions.column.rates"),
                texts.of("contributions.column.total"),
                texts.of("table.interval"));
    }

    /** Towns or groups against all others. */
    public Table gaps(String dimension, Measure measure) {
        List<List<String>> rows = new ArrayList<>();
        for (Gap gap : contributions.gaps(dimension, measure)) {
            rows.add(List.of(
                    texts.level(dimension, gap.level()),
                    Texts.points(gap.gap().value()),
                    gap.gap().se() > 0 ? interval(gap.gap()) : "–",
                    gap.p() < 0.001 ? "<0.001" : Texts.number("0.000", gap.p())));
        }
        return new Table(
                List.of(
                        texts.of("table.domain"),
                        texts.of("contributions.column.gap"),
                        texts.of("table.interval"),
                        texts.of("contributions.column.p")),
                rows);
    }

    /** The levels of some splits with all figures as they are, proportions from 0 to 1. */
    public String csv(List<Split> splits, String note) {
        Csv csv = new Csv();
        csv.line(CSV_HEAD);
        for (Split split : splits) {
            PartsChange change = split.change().orElseThrow();
            for (int c = 0; c < split.levels().size(); c++) {
                csv.line(line(split, c, change, note));
            }
        }
        return csv.text();
    }

    private List<String> line(Split split, int c, PartsChange change, String note) {
        Parts from = change.from();
        Parts to = change.to();
        String code = split.levels().get(c);
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(contributions.from().orElseThrow().year()),
                Integer.toString(contributions.to().year()),
                split.isGroup() ? "group:" + split.levels().get(0) : split.dimension(),
                code.equals(Contributions.OTHERS) ? "others" : code.equals(WaveParts.REST) ? "rest" : code,
                words().level(split, c)));
        Estimated total = change.total(c);
        Stream.of(
                        from.share(c),
                        to.share(c),
                        from.rate(c),
                        to.rate(c),
                        change.composition(c).value(),
                        change.composition(c).se(),
                        change.rate(c).value(),
                        change.rate(c).se(),
                        total.value(),
                        total.se(),
                        total.lower(),
                        total.upper(),
                        total.df())
                .forEach(value -> cells.add(Csv.number(value)));
        cells.add(note);
        return cells;
    }

    private ContributionWords words() {
        return new ContributionWords(contributions, texts);
    }

    private String interval(Estimated figure) {
        return texts.of("contributions.interval", Texts.points(figure.lower()), Texts.points(figure.upper()));
    }
}
