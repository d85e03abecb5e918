package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.suzhi.analysis.indicator.Holm;
import org.suzhi.analysis.indicator.Parts;
import org.suzhi.analysis.indicator.PartsChange;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.web.publication.WaveParts.Cut;

/**
 * Who made the change between two published waves, and who lags. Levels that are withheld in either wave are told as one, or
 * their dimension not at all: shares and rates never give away more than the published figures do.
 *
 * @param from the earlier wave; empty of one wave, which has no change
 * @param splits the dimensions, then the groups each with all others
 * @param untold dimensions and groups that are not told, to protect respondents
 */
public record Contributions(Optional<PublishedWave> from, PublishedWave to, List<Split> splits, List<Untold> untold) {
    /** The level that stands for all that are withheld. */
    public static final String OTHERS = "";

    private static final double LEVEL = 0.05;

    /**
     * The population by disjoint levels in both waves.
     *
     * @param dimension as in {@link Figure}; "group" of a group and all others
     * @param levels {@link #OTHERS} last, where some are withheld
     */
    public record Split(String dimension, List<String> levels, Parts to, Optional<PartsChange> change) {
        public Split {
            levels = List.copyOf(levels);
        }

        public boolean isGroup() {
            return dimension.equals("group");
        }
    }

    /** A dimension, or a group of it. */
    public record Untold(String dimension, String level) {}

    /** What levels are compared by with all others. */
    public enum Measure {
        /** The rate of the newest wave. */
        RATE,
        /** The change of the rate. */
        GAIN
    }

    /**
     * A level against all others.
     *
     * @param p adjusted for the number of levels; NaN where there is no error
     */
    public record Gap(String level, Estimated gap, double p) {
        /** Whether it is surely below. */
        public boolean lags() {
            return p < LEVEL && gap.value() < 0;
        }
    }

    public Contributions {
        splits = List.copyOf(splits);
        untold = List.copyOf(untold);
    }

    /**
     * The contributions to a wave's rate since an earlier one of the same criterion, without a change where that is of another;
     * empty where a wave cannot be taken apart.
     */
    public static Optional<Contributions> of(Optional<PublishedWave> since, PublishedWave to, PartsOfWaves parts) {
        Optional<PublishedWave> from = since.filter(wave -> wave.criterion().equals(to.criterion()));
        Optional<WaveParts> newer = parts.of(to);
        Optional<WaveParts> older = from.flatMap(parts::of);
        if (newer.isEmpty() || (from.isPresent() && older.isEmpty())) {
            return Optional.empty();
        }
        List<Split> splits = new ArrayList<>();
        List<Untold> untold = new ArrayList<>();
        for (Cut cut : newer.get().cuts()) {
            Optional<Cut> before = older.flatMap(o -> same(o, cut));
            boolean comparable = older.isEmpty() || before.isPresent();
            Optional<Split> split =
                    comparable ? split(cut, to, before, from, newer.get().smallestCell()) : Optional.empty();
            split.ifPresentOrElse(
                    splits::add,
                    () -> untold.add(new Untold(cut.dimension(), cut.levels().get(0))));
        }
        return Optional.of(new Contributions(from, to, splits, untold));
    }

    private static Optional<Cut> same(WaveParts parts, Cut cut) {
        return parts.cuts().stream()
                .filter(c -> c.dimension().equals(cut.dimension()))
                .filter(c -> !c.dimension().equals("group")
                        || c.levels().get(0).equals(cut.levels().get(0)))
                .findFirst();
    }

    private static Optional<Split> split(
            Cut to, PublishedWave newer, Optional<Cut> from, Optional<PublishedWave> older, int limit) {
        Set<String> shown = shown(to, newer, limit);
        from.ifPresent(cut -> shown.retainAll(shown(cut, older.orElseThrow(), limit)));
        List<String> levels =
                new ArrayList<>(to.levels().stream().filter(shown::contains).toList());
        boolean others = levels.size() < to.levels().size()
                || from.filter(cut -> levels.size() < cut.levels().size()).isPresent();
        if (others) {
            levels.add(OTHERS);
        }
        boolean safe = !others
                || (mayBeOne(to, levels, limit)
                        && from.map(cut -> mayBeOne(cut, levels, limit)).orElse(true));
        if (levels.size() < 2 || !safe || (to.dimension().equals("group") && others)) {
            return Optional.empty();
        }
        Parts parts = merged(to, levels);
        return Optional.of(new Split(
                to.dimension(), levels, parts, from.map(cut -> new PartsChange(merged(cut, levels), parts))));
    }

    /** Levels whose rate is published; the rest of a group where it has enough responses. */
    private static Set<String> shown(Cut cut, PublishedWave wave, int limit) {
        Set<String> shown = new HashSet<>();
        for (Figure figure : wave.figures()) {
            if (figure.dimension().equals(cut.dimension()) && figure.publishable()) {
                shown.add(figure.level());
            }
        }
        if (cut.dimension().equals("group") && cut.counts().get(1) >= limit) {
            shown.add(WaveParts.REST);
        }
        return shown;
    }

    /** Whether the levels that are not told may be told together: at least two, with enough responses. */
    private static boolean mayBeOne(Cut cut, List<String> told, int limit) {
        int levels = 0;
        int count = 0;
        for (int c = 0; c < cut.levels().size(); c++) {
            if (!told.contains(cut.levels().get(c))) {
                levels++;
                count += cut.counts().get(c);
            }
        }
        return levels >= 2 && count >= limit;
    }

    private static Parts merged(Cut cut, List<String> levels) {
        return cut.parts()
                .merged(cut.levels().stream()
                        .mapToInt(level -> levels.contains(level) ? levels.indexOf(level) : levels.size() - 1)
                        .toArray());
    }

    /** The split of a group. */
    public Optional<Split> group(String code) {
        return splits.stream()
                .filter(split -> split.isGroup() && split.levels().get(0).equals(code))
                .findFirst();
    }

    /** The splits of the groups. */
    public List<Split> groups() {
        return splits.stream().filter(Split::isGroup).toList();
    }

    /** The splits of the dimensions. */
    public List<Split> dimensions() {
        return splits.stream().filter(split -> !split.isGroup()).toList();
    }

    /** Every level of a dimension, or every group, against all others; those told as one are left out. */
    public List<Gap> gaps(String dimension, Measure measure) {
        List<String> levels = new ArrayList<>();
        List<Estimated> gaps = new ArrayList<>();
        for (Split split : splits) {
            if (split.dimension().equals(dimension)
                    && (measure == Measure.RATE || split.change().isPresent())) {
                Function<Integer, Estimated> gap = measure == Measure.RATE
                        ? split.to()::gap
                        : split.change().orElseThrow()::gainGap;
                int told = split.isGroup() ? 1 : split.levels().size();
                for (int c = 0; c < told; c++) {
                    if (!split.levels().get(c).equals(OTHERS)) {
                        levels.add(split.levels().get(c));
                        gaps.add(gap.apply(c));
                    }
                }
            }
        }
        List<Double> p = Holm.adjusted(gaps);
        return IntStream.range(0, gaps.size())
                .mapToObj(i -> new Gap(levels.get(i), gaps.get(i), p.get(i)))
                .toList();
    }
}
