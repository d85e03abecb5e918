package org.suzhi.analysis.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.indicator.Trend.Estimated;

/**
 * Two-sided p values of several differences, adjusted so that the chance of calling any difference that is none is at most
 * the level, however the differences hang together: \(\tilde p_{(i)} = \max_{j \le i} \min(1, (m - j + 1)\,p_{(j)})\).
 * Differences without an error are not tested. Source: Holm (1979); R's {@code p.adjust(method = "holm")}.
 */
public final class Holm {
    private Holm() {}

    /** The adjusted p value of each difference; NaN where it has no error. */
    public static List<Double> adjusted(List<Estimated> differences) {
        double[] p = differences.stream()
                .mapToDouble(d -> d.se() > 0 ? 2 * Distributions.t(-Math.abs(d.value()) / d.se(), d.df()) : Double.NaN)
                .toArray();
        List<Integer> order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double highest = 0;
        for (int j = 0; j < order.size(); j++) {
            highest = Math.max(highest, Math.min(1, (order.size() - j) * p[order.get(j)]));
            p[order.get(j)] = highest;
        }
        return IntStream.range(0, p.length).mapToObj(i -> p[i]).toList();
    }
}
