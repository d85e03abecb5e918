package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suzhi.analysis.indicator.Direction;
import org.suzhi.analysis.indicator.Holm;
import org.suzhi.analysis.indicator.PartsChange;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Gap;
import org.suzhi.web.publication.Contributions.Measure;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.WaveChange;

/**
 * Contributions in sentences made from their numbers. A rise or a fall is told only where its interval leaves out zero; levels are
 * named only where that holds after correction for their number, and are never ranked.
 */
public record ContributionWords(Contributions contributions, Texts texts) {
    private static final double LEVEL = 0.05;
    /** What rounds to 0.00 points is called nothing, whatever its error. */
    private static final double NOTHING = 0.00005;

    /** The change of the whole. */
    public String change() {
        return contributions
                .from()
                .map(from -> Leads.change(
                        WaveChange.between(
                                from.year(),
                                from.overall(),
                                contributions.to().year(),
                                contributions.to().overall()),
                        texts))
                .orElseGet(() -> texts.of("contributions.one", year()));
    }

    /** What composition and rates made of the change by a dimension, and which levels are sure to have their part in it. */
    public String split(Split split) {
        PartsChange change = split.change().orElseThrow();
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.of(
                "contributions.sentence", part("composition", change.composition()), part("rate", change.rate())));
        sentences.add(made(split, change));
        return String.join(separator(), sentences);
    }

    private String part(String name, Estimated part) {
        String direction = Math.abs(part.value()) < NOTHING
                ? "none"
                : part.direction().name().toLowerCase(Locale.ROOT);
        return texts.of(
                "contributions." + name + "." + direction,
                part.direction() == Direction.OPEN
                        ? Texts.points(part.value())
                        : Texts.number("0.00", 100 * Math.abs(part.value())),
                Texts.points(part.lower()),
                Texts.points(part.upper()));
    }

    private String made(Split split, PartsChange change) {
        List<Estimated> totals = new ArrayList<>();
        for (int c = 0; c < split.levels().size(); c++) {
            totals.add(change.total(c));
        }
        List<Double> p = Holm.adjusted(totals);
        List<String> raised = new ArrayList<>();
        List<String> lowered = new ArrayList<>();
        for (int c = 0; c < totals.size(); c++) {
            if (p.get(c) < LEVEL && Math.abs(totals.get(c).value()) >= NOTHING) {
                (totals.get(c).value() > 0 ? raised : lowered)
                        .add(named(split, c, Texts.points(totals.get(c).value())));
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!raised.isEmpty()) {
            sentences.add(texts.of("contributions.made.up", listed(raised)));
        }
        if (!lowered.isEmpty()) {
            sentences.add(texts.of("contributions.made.down", listed(lowered)));
        }
        if (sentences.isEmpty()) {
            sentences.add(texts.of("contributions.made.none"));
        }
        return String.join(separator(), sentences);
    }

    private String named(Split split, int level, String figure) {
        return texts.of("contributions.named", level(split, level), figure);
    }

    /** Who lags by its rate, or by its gain, among towns or groups. */
    public String lagging(String dimension, Measure measure) {
        String key = "contributions.lag." + measure.name().toLowerCase(Locale.ROOT) + "." + dimension;
        List<String> named = contributions.gaps(dimension, measure).stream()
                .filter(Gap::lags)
                .map(gap -> texts.of(
                        "contributions.named",
                        texts.level(dimension, gap.level()),
                        Texts.points(gap.gap().value())))
                .toList();
        return named.isEmpty()
                ? texts.of(key + ".none", year(), since())
                : texts.of(key, year(), since(), listed(named));
    }

    /** Lagging towns and groups, where there are any to compare. */
    public List<String> lagging() {
        List<String> sentences = new ArrayList<>();
        for (String dimension : List.of("town", "group")) {
            for (Measure measure : Measure.values()) {
                if (!contributions.gaps(dimension, measure).isEmpty()) {
                    sentences.add(lagging(dimension, measure));
                }
            }
        }
        return sentences;
    }

    /** The name of a level of a split. */
    public String level(Split split, int level) {
        String code = split.levels().get(level);
        return code.equals(Contributions.OTHERS)
                ? texts.of("contributions.others")
                : split.isGroup() && level == 1 ? texts.of("contributions.rest") : texts.level(split.dimension(), code);
    }

    private String listed(List<String> names) {
        return String.join(texts.of("list.comma"), names);
    }

    private String separator() {
        return texts.of("sentence.separator");
    }

    private String year() {
        return Integer.toString(contributions.to().year());
    }

    private String since() {
        return contributions.from().map(wave -> Integer.toString(wave.year())).orElse("");
    }
}
