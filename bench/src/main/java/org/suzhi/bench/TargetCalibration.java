package org.suzhi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.suzhi.analysis.indicator.Progress;
import org.suzhi.analysis.indicator.RateSeries;
import org.suzhi.analysis.indicator.Target;
import org.suzhi.analysis.indicator.Target.Operator;
import org.suzhi.analysis.indicator.Verdict.Thresholds;
import org.suzhi.analysis.indicator.WaveRate;

/**
 * Whether the stated probabilities keep their word: true rates go on a line in the log odds whose end is spread evenly
 * around the target, waves are drawn in clusters, and of all series told "between 60 and 70 %" two in three should meet it.
 * {@code ./suzhi bench TargetCalibration [series]} prints the table of docs/methods/target-verdict.md.
 */
public final class TargetCalibration {
    private static final double GOAL = 0.13;
    private static final int CLASSES = 10;
    private static final int CLUSTERS = 80;
    private static final int PERSONS = 25;
    private final Random random = new Random(20_250_601);
    private final Tally newest = new Tally();
    private final Tally deadline = new Tally();

    private TargetCalibration() {}

    /** Stated probabilities and what came true, in tenths. */
    private static final class Tally {
        private final int[] count = new int[CLASSES];
        private final int[] met = new int[CLASSES];
        private final double[] stated = new double[CLASSES];

        void add(double probability, boolean came) {
            int c = Math.min(CLASSES - 1, (int) (probability * CLASSES));
            count[c]++;
            stated[c] += probability;
            met[c] += came ? 1 : 0;
        }

        String line(int c) {
            return count[c] == 0
                    ? "| – | – | – |"
                    : String.format(
                            Locale.ROOT,
                            "| %d | %.3f | %.3f |",
                            count[c],
                            stated[c] / count[c],
                            (double) met[c] / count[c]);
        }
    }

    private void series() {
        double odds = Math.log(GOAL / (1 - GOAL));
        double slope = -0.1 + 0.3 * random.nextDouble();
        double end = odds - 1 + 2 * random.nextDouble();
        List<WaveRate> waves = new ArrayList<>();
        for (int year = 2021; year <= 2024; year++) {
            waves.add(wave(year, end + slope * (year - 2025)));
        }
        Target target = new Target("rate", Operator.ABOVE, GOAL, 2025);
        Progress progress = Progress.of(RateSeries.of(waves), target, Thresholds.DEFAULT, List.of());
        double now = progress.newest().orElseThrow().verdict().probability();
        if (!Double.isNaN(now)) {
            newest.add(now, end - slope > odds);
        }
        progress.deadline().ifPresent(at -> deadline.add(at.probability(), end > odds));
    }

    /** A wave of {@value #CLUSTERS} clusters whose rates vary, with the linearized error of its mean. */
    private WaveRate wave(int year, double trueOdds) {
        double[] means = new double[CLUSTERS];
        double mean = 0;
        for (int c = 0; c < CLUSTERS; c++) {
            // The mean of the clusters' rates stays the true rate: each is moved by as much up as down.
            double rate = 1 / (1 + Math.exp(-trueOdds));
            double own = rate * (1 + 0.4 * (2 * random.nextDouble() - 1));
            int hits = 0;
            for (int i = 0; i < PERSONS; i++) {
                hits += random.nextDouble() < own ? 1 : 0;
            }
            means[c] = (double) hits / PERSONS;
            mean += means[c] / CLUSTERS;
        }
        double squares = 0;
        for (double m : means) {
            squares += (m - mean) * (m - mean);
        }
        return new WaveRate(
                year, mean, Math.sqrt(squares / (CLUSTERS - 1) / CLUSTERS), CLUSTERS - 1, CLUSTERS * PERSONS);
    }

    /** Prints the table; the first argument is the number of series, by default 100,000. */
    public static void main(String[] args) {
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        TargetCalibration calibration = new TargetCalibration();
        for (int i = 0; i < series; i++) {
            calibration.series();
        }
        System.out.println(
                "| stated | newest wave: series | mean stated | met | deadline: series | mean stated | met |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (int c = 0; c < CLASSES; c++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %.1f to %.1f %s%s%n",
                    (double) c / CLASSES,
                    (c + 1.0) / CLASSES,
                    calibration.newest.line(c).replaceFirst(" \\|$", " "),
                    calibration.deadline.line(c));
        }
    }
}
