package org.suzhi.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The probabilities of small designs, worked out from the definition by going through every sample there is. */
class SmallDesignsTest {
    private static final int[] SIZES = {120, 300, 180, 90, 210, 150, 60};

    private static StratumDesign design(Method method, int n) {
        return StratumDesign.of(method, Frames.stratum("s", SIZES), n);
    }

    private static double[] inclusion(StratumDesign design) {
        return IntStream.range(0, SIZES.length)
                .mapToDouble(design::inclusionProbability)
                .toArray();
    }

    private static List<List<Integer>> subsets(int n) {
        List<List<Integer>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << SIZES.length; bits++) {
            if (Integer.bitCount(bits) == n) {
                int in = bits;
                subsets.add(IntStream.range(0, SIZES.length)
                        .filter(i -> (in >> i & 1) == 1)
                        .boxed()
                        .toList());
            }
        }
        return subsets;
    }

    /** Joint probabilities are those of the samples' probabilities, and units are drawn with them. */
    private static void check(Method method, int n, Map<List<Integer>, Double> samples) {
        StratumDesign design = design(method, n);
        int[] all = IntStream.range(0, SIZES.length).toArray();
        JointProbabilities joint = design.joint(all).orElseThrow();
        for (int i : all) {
            for (int j : all) {
                double expected = samples.entrySet().stream()
                        .filter(sample ->
                                sample.getKey().contains(i) && sample.getKey().contains(j))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
                assertThat(joint.of(i, j)).as("%s %d %d", method, i, j).isCloseTo(expected, within(1e-12));
            }
        }
        int draws = 20_000;
        Map<List<Integer>, Integer> drawn = new HashMap<>();
        for (int seed = 0; seed < draws; seed++) {
            drawn.merge(
                    IntStream.of(design.select(RandomStream.of(seed, "small")))
                            .boxed()
                            .toList(),
                    1,
                    Integer::sum);
        }
        assertThat(samples.keySet()).as("nothing else is drawn").containsAll(drawn.keySet());
        samples.forEach((sample, p) -> assertThat((double) drawn.getOrDefault(sample, 0) / draws)
                .as("%s %s", method, sample)
                .isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / draws))));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void sampfordsSamplesHaveHisProbabilities(int n) {
        double[] p = inclusion(design(Method.SAMPFORD, n));
        Map<List<Integer>, Double> samples = new HashMap<>();
        for (List<Integer> sample : subsets(n)) {
            double left = n;
            double product = 1;
            for (int i : sample) {
                left -= p[i];
                product *= p[i] / (1 - p[i]);
            }
            samples.put(sample, left * product);
        }
        double sum = samples.values().stream().mapToDouble(Double::doubleValue).sum();
        samples.replaceAll((sample, weight) -> weight / sum);
        check(Method.SAMPFORD, n, samples);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void tillesSamplesAreWhatEliminationLeaves(int n) {
        Map<List<Integer>, Double> left =
                Map.of(IntStream.range(0, SIZES.length).boxed().toList(), 1.0);
        double[] before = IntStream.range(0, SIZES.length).mapToDouble(i -> 1).toArray();
        for (int k = SIZES.length - 1; k >= n; k--) {
            double[] now = inclusion(design(Method.TILLE, k));
            Map<List<Integer>, Double> next = new HashMap<>();
            for (Map.Entry<List<Integer>, Double> state : left.entrySet()) {
                for (Integer out : state.getKey()) {
                    double leave = 1 - now[out] / before[out];
                    List<Integer> rest = new ArrayList<>(state.getKey());
                    rest.remove(out);
                    if (leave > 1e-15) {
                        next.merge(rest, state.getValue() * leave, Double::sum);
                    }
                }
            }
            left = next;
            before = now;
        }
        assertThat(left.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-12));
        check(Method.TILLE, n, left);
    }

    @ParameterizedTest
    @EnumSource(names = {"SYSTEMATIC", "SYSTEMATIC_PPS"})
    void systematicSamplesAreThoseOfEveryStart(Method method) {
        int n = 3;
        long[] sizes = IntStream.of(SIZES)
                .mapToLong(x -> method.proportionalToSize() ? x : 1)
                .toArray();
        int total =
                (int) IntStream.range(0, sizes.length).mapToLong(i -> sizes[i]).sum();
        Map<List<Integer>, Double> samples = new HashMap<>();
        for (int start = 0; start < total; start++) {
            // A ruler with n marks, X apart on a line n times as long as the sizes.
            List<Integer> sample = new ArrayList<>();
            for (int mark = 0; mark < n; mark++) {
                long at = start + (long) mark * total;
                int unit = 0;
                long end = n * sizes[0];
                while (at >= end) {
                    end += n * sizes[++unit];
                }
                sample.add(unit);
            }
            samples.merge(sample, 1.0 / total, Double::sum);
        }
        check(method, n, samples);
    }

    @Test
    void everySetIsAsLikelyInASimpleRandomSample() {
        Map<List<Integer>, Double> samples = new HashMap<>();
        subsets(3).forEach(sample -> samples.put(sample, 1 / 35.0));
        check(Method.SRS, 3, samples);
    }

    @Test
    void randomOrderKeepsTheInclusionProbabilities() {
        StratumDesign design = design(Method.SYSTEMATIC_PPS_RANDOM, 3);
        int draws = 20_000;
        int[] counts = new int[SIZES.length];
        for (int seed = 0; seed < draws; seed++) {
            for (int place : design.select(RandomStream.of(seed, "small"))) {
                counts[place]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            double p = design.inclusionProbability(i);
            assertThat((double) counts[i] / draws).isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / draws)));
        }
    }
}
