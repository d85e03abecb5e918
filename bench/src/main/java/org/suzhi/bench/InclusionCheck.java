package org.suzhi.bench;

import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.suzhi.sampling.JointProbabilities;

/**
 * How often things were drawn, beside how often they ought to have been.
 *
 * @param things units, or pairs of units of a stratum, that are neither certain nor impossible
 * @param rare how many of them are expected fewer than {@value #FEW} times, too few for a normal approximation; they are
 *     left out of the figures that follow
 * @param impossible drawn although their probability is 0, or not drawn although it is 1
 * @param largestZ the largest difference in units of its simulation error
 * @param all all together
 */
record InclusionCheck(int things, int rare, int impossible, double largestZ, MeanTest all) {
    private static final int FEW = 5;

    /** Draws of one stratum: the places of the drawn units, and the intended probabilities by place. */
    static InclusionCheck units(List<int[]> draws, double[] intended) {
        double[][] drawn = new double[draws.size()][intended.length];
        for (int d = 0; d < drawn.length; d++) {
            for (int place : draws.get(d)) {
                drawn[d][place] = 1;
            }
        }
        return of(drawn, intended);
    }

    static InclusionCheck pairs(List<int[]> draws, JointProbabilities joint) {
        int units = joint.size();
        double[] intended = new double[units * (units - 1) / 2];
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < i; j++) {
                intended[pair(i, j)] = joint.of(i, j);
            }
        }
        double[][] drawn = new double[draws.size()][intended.length];
        for (int d = 0; d < drawn.length; d++) {
            for (int i : draws.get(d)) {
                for (int j : draws.get(d)) {
                    if (j < i) {
                        drawn[d][pair(i, j)] = 1;
                    }
                }
            }
        }
        return of(drawn, intended);
    }

    private static int pair(int i, int j) {
        return i * (i - 1) / 2 + j;
    }

    private static InclusionCheck of(double[][] drawn, double[] intended) {
        int draws = drawn.length;
        int impossible = 0;
        int rare = 0;
        int things = 0;
        double largest = 0;
        int[] kept = new int[intended.length];
        int keeps = 0;
        for (int i = 0; i < intended.length; i++) {
            double count = 0;
            for (double[] draw : drawn) {
                count += draw[i];
            }
            double p = intended[i];
            if (p == 0 || p == 1) {
                impossible += count == p * draws ? 0 : 1;
                continue;
            }
            things++;
            if (draws * p < FEW || draws * (1 - p) < FEW) {
                rare++;
                continue;
            }
            kept[keeps++] = i;
            largest = Math.max(largest, Math.abs(count - draws * p) / Math.sqrt(draws * p * (1 - p)));
        }
        double[][] figures = new double[draws][keeps];
        double[] means = new double[keeps];
        for (int k = 0; k < keeps; k++) {
            means[k] = intended[kept[k]];
            for (int d = 0; d < draws; d++) {
                figures[d][k] = drawn[d][kept[k]];
            }
        }
        return new InclusionCheck(things, rare, impossible, largest, MeanTest.of(figures, means));
    }

    /** Strata together. */
    static BinaryOperator<InclusionCheck> together() {
        return (a, b) -> new InclusionCheck(
                a.things + b.things,
                a.rare + b.rare,
                a.impossible + b.impossible,
                Math.max(a.largestZ, b.largestZ),
                a.all.and(b.all));
    }

    /** The probability of so large a difference among so many (Bonferroni). */
    double pOfLargest() {
        return Math.min(1, 2 * (things - rare) * new NormalDistribution(null, 0, 1).cumulativeProbability(-largestZ));
    }

    /** Nothing that could not be, and no test that would fail more often than once in a thousand. */
    boolean holds() {
        return impossible == 0 && pOfLargest() > 0.001 && all.p() > 0.001;
    }
}
