package org.suzhi.analysis.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.analysis.indicator.Verdict.Code;
import org.suzhi.analysis.indicator.Verdict.Thresholds;

/**
 * How a series of waves stands against a target: every wave's verdict, the trend, where it leads, and what it still takes.
 *
 * <p>Only waves of one criterion are joined, that of the target or else of the newest wave; {@code breaks} names the years
 * in which the criterion changed.
 *
 * @param waves each wave of the series with its verdict, the oldest first; none where the criterion is another
 * @param linear the trend of the rates; empty of fewer than two waves with errors
 * @param logit the trend of their log odds, by which projections are made
 * @param deadline what is known or expected of the deadline's year; empty where neither
 * @param outlook what the trend gives for later years
 * @param requiredGain change a year, as a proportion, that leads from the newest wave to the target by the deadline; empty
 *     where the newest rate meets it or the deadline is not ahead
 * @param schedule years that the newest wave is ahead (+) or behind (-) of the straight way from the oldest wave to the
 *     target at the deadline; empty where there is no such way
 * @param reached when the trend reaches the target; empty without a trend
 * @param likelyFrom first year, from the newest wave on and within a century, in which the target is likely met
 * @param metFrom first such year in which it counts as met
 */
public record Progress(
        Target target,
        Thresholds thresholds,
        List<JudgedWave> waves,
        List<Integer> breaks,
        Optional<Estimated> change,
        Optional<Trend> linear,
        Optional<Trend> logit,
        Optional<AtDeadline> deadline,
        List<Outlook> outlook,
        Optional<Double> requiredGain,
        Optional<Estimated> schedule,
        Optional<Crossing> reached,
        OptionalInt likelyFrom,
        OptionalInt metFrom) {
    private static final int CENTURY = 100;

    /** A wave with its verdict. */
    public record JudgedWave(WaveRate wave, Verdict verdict) {}

    /** What the trend gives for a year. */
    public record Outlook(int year, Estimated rate, double probability) {}

    /** Whence the figures of the deadline's year are. */
    public enum Basis {
        /** A wave of that year. */
        MEASURED,
        /** The trend, before, between or after the waves. */
        PROJECTED
    }

    /**
     * The deadline's year.
     *
     * @param probability that the target is met then
     */
    public record AtDeadline(Basis basis, double rate, double lower, double upper, double probability, Code code) {}

    public Progress {
        waves = List.copyOf(waves);
        breaks = List.copyOf(breaks);
        outlook = List.copyOf(outlook);
    }

    /** The newest wave that counts; empty where there is none. */
    public Optional<JudgedWave> newest() {
        return waves.isEmpty() ? Optional.empty() : Optional.of(waves.get(waves.size() - 1));
    }

    /** The wave before the newest. */
    public Optional<JudgedWave> previous() {
        return waves.size() < 2 ? Optional.empty() : Optional.of(waves.get(waves.size() - 2));
    }

    /**
     * Measures a series against a target.
     *
     * @param years that are looked ahead to besides the deadline, such as 2030 and 2035
     */
    public static Progress of(RateSeries series, Target target, Thresholds thresholds, List<Integer> years) {
        List<WaveRate> all = series.waves();
        String criterion = !target.criterion().isEmpty() || all.isEmpty()
                ? target.criterion()
                : all.get(all.size() - 1).criterion();
        List<JudgedWave> waves = all.stream()
                .filter(w -> w.criterion().equals(criterion))
                .map(w -> new JudgedWave(w, w.verdict(target, thresholds)))
                .toList();
        RateSeries joined = series.joined(criterion);
        Optional<Trend> logit = Trend.of(Trend.Scale.LOGIT, joined);
        int last = waves.isEmpty() ? 0 : waves.get(waves.size() - 1).wave().year();
        List<Outlook> outlook = years.stream()
                .filter(year -> year > last)
                .flatMap(year ->
                        logit.stream().map(trend -> new Outlook(year, trend.at(year), trend.probability(target, year))))
                .toList();
        return new Progress(
                target,
                thresholds,
                waves,
                breaks(all),
                change(waves, joined),
                Trend.of(Trend.Scale.LINEAR, joined),
                logit,
                deadline(waves, logit, target, thresholds),
                outlook,
                requiredGain(waves, target),
                schedule(waves, target),
                logit.map(trend -> trend.crossing(target)),
                firstYear(logit, target, last, thresholds.likely()),
                firstYear(logit, target, last, thresholds.met()));
    }

    private static List<Integer> breaks(List<WaveRate> all) {
        List<Integer> breaks = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            if (!all.get(i).criterion().equals(all.get(i - 1).criterion())) {
                breaks.add(all.get(i).year());
            }
        }
        return breaks;
    }

    /** From the wave before the newest to the newest, where both have errors. */
    private static Optional<Estimated> change(List<JudgedWave> waves, RateSeries joined) {
        int k = joined.waves().size();
        if (k < 2
                || !joined.waves().get(k - 1).equals(waves.get(waves.size() - 1).wave())
                || !joined.waves().get(k - 2).equals(waves.get(waves.size() - 2).wave())) {
            return Optional.empty();
        }
        WaveRate a = joined.waves().get(k - 2);
        WaveRate b = joined.waves().get(k - 1);
        double se = Math.sqrt(joined.covariance(k - 1, k - 1)
                + joined.covariance(k - 2, k - 2)
                - 2 * joined.covariance(k - 1, k - 2));
        double df = joined.isIndependent() ? a.df() + b.df() : Math.min(a.df(), b.df());
        double value = b.estimate() - a.estimate();
        double half = Distributions.tQuantile(0.975, df) * se;
        return Optional.of(new Estimated(value, se, value - half, value + half, df));
    }

    private static Optional<AtDeadline> deadline(
            List<JudgedWave> waves, Optional<Trend> trend, Target target, Thresholds thresholds) {
        int year = target.deadline();
        for (JudgedWave judged : waves) {
            if (judged.wave().year() == year) {
                Interval interval = Interval.of(judged.wave());
                return Optional.of(new AtDeadline(
                        Basis.MEASURED,
                        judged.wave().estimate(),
                        interval.lower(),
                        interval.upper(),
                        judged.verdict().probability(),
                        judged.verdict().code()));
            }
        }
        return trend.map(t -> {
            Estimated rate = t.at(year);
            double probability = t.probability(target, year);
            return new AtDeadline(
                    Basis.PROJECTED,
                    rate.value(),
                    rate.lower(),
                    rate.upper(),
                    probability,
                    Code.of(probability, thresholds));
        });
    }

    private static Optional<Double> requiredGain(List<JudgedWave> waves, Target target) {
        if (waves.isEmpty()) {
            return Optional.empty();
        }
        WaveRate now = waves.get(waves.size() - 1).wave();
        int years = target.deadline() - now.year();
        return years <= 0 || target.isMetBy(now.estimate())
                ? Optional.empty()
                : Optional.of((target.value() - now.estimate()) / years);
    }

    private static Optional<Estimated> schedule(List<JudgedWave> waves, Target target) {
        if (waves.size() < 2) {
            return Optional.empty();
        }
        WaveRate start = waves.get(0).wave();
        WaveRate now = waves.get(waves.size() - 1).wave();
        double way = target.value() - start.estimate();
        int years = target.deadline() - start.year();
        if (years <= 0 || target.operator().sign() * way <= 0 || !now.hasError()) {
            return Optional.empty();
        }
        double perRate = years / way;
        double ahead = (now.estimate() - start.estimate()) * perRate - (now.year() - start.year());
        double se = Math.abs(perRate) * now.se();
        double half = Distributions.tQuantile(0.975, now.df()) * se;
        return Optional.of(new Estimated(ahead, se, ahead - half, ahead + half, now.df()));
    }

    private static OptionalInt firstYear(Optional<Trend> trend, Target target, int from, double probability) {
        for (int year = from; trend.isPresent() && year <= from + CENTURY; year++) {
            if (trend.get().probability(target, year) >= probability) {
                return OptionalInt.of(year);
            }
        }
        return OptionalInt.empty();
    }
}
