package org.suzhi.analysis.imputation;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.suzhi.analysis.AnalysisRefusal;

/**
 * Random hot deck within classes, as approximate Bayesian bootstrap: of the n possible donors n are drawn with
 * replacement, from these the donors, so that sets differ as much as they should. A respondent takes all that he lacks from one
 * donor, who answered all of it.
 *
 * <p>Source: Rubin and Schenker (1986), Multiple imputation for interval estimation from simple random samples with ignorable
 * nonresponse, Journal of the American Statistical Association 81, 366-374.
 */
final class HotDeck {
    private final Classes classes;
    private final RandomGenerator random;

    HotDeck(Classes classes, RandomGenerator random) {
        this.classes = classes;
        this.random = random;
    }

    void fill(List<ImputedVariable> variables) {
        classes.rows()
                .forEach((name, rows) -> byPattern(variables, rows).forEach((lacking, recipients) -> {
                    BitSet donors = (BitSet) rows.clone();
                    lacking.stream().forEach(v -> donors.and(variables.get(v).observed()));
                    if (donors.isEmpty()) {
                        throw new AnalysisRefusal(
                                "impute_no_donor",
                                String.join(
                                        ", ",
                                        lacking.stream()
                                                .mapToObj(v -> variables.get(v).name())
                                                .toList()),
                                name,
                                recipients.nextSetBit(0) + 1);
                    }
                    int[] drawn = bootstrapped(donors.stream().toArray());
                    recipients.stream().forEach(row -> {
                        int donor = drawn[random.nextInt(drawn.length)];
                        lacking.stream().forEach(v -> variables.get(v).fill(row, donor));
                    });
                }));
    }

    /** The rows that lack something, by what they lack. */
    private static Map<BitSet, BitSet> byPattern(List<ImputedVariable> variables, BitSet rows) {
        Map<BitSet, BitSet> patterns = new LinkedHashMap<>();
        for (int i = rows.nextSetBit(0); i >= 0; i = rows.nextSetBit(i + 1)) {
            BitSet lacking = new BitSet();
            for (int v = 0; v < variables.size(); v++) {
                lacking.set(v, variables.get(v).wanted().get(i));
            }
            if (!lacking.isEmpty()) {
                patterns.computeIfAbsent(lacking, p -> new BitSet()).set(i);
            }
        }
        return patterns;
    }

    private int[] bootstrapped(int[] donors) {
        int[] drawn = new int[donors.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = donors[random.nextInt(donors.length)];
        }
        return drawn;
    }
}
