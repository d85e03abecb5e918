package org.suzhi.analysis.variance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.suzhi.analysis.design.JointProbabilities;
import org.suzhi.analysis.design.SurveyDesign;

/** Variances by linearization: every estimate a linear combination of the totals of one domain or of several. */
public final class Linearized implements Covariances {
    /** One estimate: its domains and the coefficient of each of their totals. */
    public static final class Combination {
        private final int[] domains;
        private final double[][] gradients;

        /** A combination of one domain's totals. */
        public Combination(int domain, double[] gradient) {
            this(new int[] {domain}, new double[][] {gradient});
        }

        /** @param gradients coefficients by domain, then variable */
        public Combination(int[] domains, double[][] gradients) {
            this.domains = domains.clone();
            this.gradients = new double[gradients.length][];
            for (int d = 0; d < gradients.length; d++) {
                this.gradients[d] = gradients[d].clone();
            }
        }
    }

    private final DomainTotals totals;
    private final List<Combination> combinations;
    private final MultistageVariance multistage;

    public Linearized(DomainTotals totals, List<Combination> combinations) {
        this.totals = totals;
        this.combinations = List.copyOf(combinations);
        this.multistage = new MultistageVariance(totals.design());
    }

    @Override
    public int size() {
        return combinations.size();
    }

    @Override
    public double variance(int i) {
        if (missing(i)) {
            return Double.NaN;
        }
        UnitInfluence z = influence(i);
        return of(z, z);
    }

    @Override
    public double covariance(int i, int j) {
        if (i == j) {
            return variance(i);
        }
        return matrix(i, j)[0][1];
    }

    @Override
    public double[][] matrix(int... which) {
        UnitInfluence[] z = new UnitInfluence[which.length];
        TreeSet<Integer> all = new TreeSet<>();
        boolean sameDomain = true;
        for (int i = 0; i < which.length; i++) {
            z[i] = influence(which[i]);
            sameDomain &= Arrays.equals(combinations.get(which[i]).domains, combinations.get(which[0]).domains);
        }
        if (!sameDomain) {
            for (UnitInfluence one : z) {
                for (int u : one.units()) {
                    all.add(u);
                }
            }
            int[] units = all.stream().mapToInt(Integer::intValue).toArray();
            for (int i = 0; i < z.length; i++) {
                z[i] = z[i].on(units);
            }
        }
        double[][] matrix = new double[which.length][which.length];
        for (int i = 0; i < which.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = missing(which[i]) || missing(which[j]) ? Double.NaN : of(z[i], z[j]);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private boolean missing(int i) {
        for (double[] gradient : combinations.get(i).gradients) {
            for (double g : gradient) {
                if (Double.isNaN(g)) {
                    return true;
                }
            }
        }
        return false;
    }

    private UnitInfluence influence(int i) {
        Combination c = combinations.get(i);
        UnitInfluence sum = totals.influence(c.domains[0], c.gradients[0]);
        for (int d = 1; d < c.domains.length; d++) {
            sum = sum.plus(totals.influence(c.domains[d], c.gradients[d]));
        }
        return sum;
    }

    private double of(UnitInfluence a, UnitInfluence b) {
        SurveyDesign design = totals.design();
        Optional<JointProbabilities> joint = design.jointProbabilities();
        if (joint.isPresent()) {
            int n = design.finest().units();
            return joint.get().covariance(a.dense(n), b.dense(n));
        }
        return multistage.covariance(a, b);
    }
}
