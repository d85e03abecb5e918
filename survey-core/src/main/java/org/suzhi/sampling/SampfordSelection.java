package org.suzhi.sampling;

import java.util.Arrays;

/**
 * Sampford's method: the sample s of n units has probability
 * \[ p(s) \propto \Bigl(n - \sum_{i \in s} \pi_i\Bigr) \prod_{i \in s} \frac{\pi_i}{1 - \pi_i}, \qquad
 *    \pi_{ij} \propto \omega_i \omega_j \sum_{t=2}^{n} (t - \pi_i - \pi_j)\, e_{n-t}(\omega \setminus ij),
 *    \quad \omega_i = \frac{\pi_i}{1 - \pi_i} \]
 * with \( e_k \) the elementary symmetric functions; all joint probabilities are above 0 and the Yates-Grundy conditions
 * hold.
 *
 * <p>Drawn without rejection, which also works where nearly all units are drawn: since \( n - \sum_s \pi = \sum_s (1 -
 * \pi_i) \), p(s) is a mixture over a first unit i, chosen with probability \( \propto \pi_i (1 - \pi_i) P(K_{-i} = n - 1)
 * \), of Poisson samples of the others under the condition that they number n - 1; K is the number of units in a Poisson
 * sample, whose distribution stands in for the symmetric functions and cannot overflow.
 *
 * <p>Source: M. R. Sampford (1967), "On sampling without replacement with unequal probabilities of selection", Biometrika
 * 54, 499-513; Grafström (2009), "Non-rejective implementations of the Sampford sampling design". R: {@code
 * sampling::UPsampford}, {@code UPsampfordpi2}.
 */
final class SampfordSelection implements Selection {
    @Override
    public int[] select(long[] sizes, int n, RandomStream random) {
        double[] p = InclusionProbabilities.of(sizes, n);
        int first = first(p, n, random.uniform());
        int[] drawn = new int[n];
        int count = 0;
        double[][] tail = tails(p, first, n - 1);
        for (int i = 0; i < p.length && count < n; i++) {
            if (i == first) {
                drawn[count++] = i;
            } else {
                int wanted = n - count - (i < first ? 1 : 0);
                double in = wanted == 0 ? 0 : p[i] * tail[i + 1][wanted - 1] / tail[i][wanted];
                if (random.uniform() < in) {
                    drawn[count++] = i;
                }
            }
        }
        return drawn;
    }

    private static int first(double[] p, int n, double uniform) {
        double[] number = PoissonBinomial.of(p);
        double[] weights = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            weights[i] = p[i] * (1 - p[i]) * PoissonBinomial.without(number, p[i])[n - 1];
        }
        double rest = uniform * Arrays.stream(weights).sum();
        int i = 0;
        while (i < p.length - 1 && rest >= weights[i]) {
            rest -= weights[i++];
        }
        return i;
    }

    /** Row i, entry k: the probability that a Poisson sample holds k of the units from i on, the first unit apart. */
    private static double[][] tails(double[] p, int first, int most) {
        double[][] tail = new double[p.length + 1][most + 1];
        tail[p.length][0] = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            double in = i == first ? 0 : p[i];
            for (int k = 0; k <= most; k++) {
                tail[i][k] = (1 - in) * tail[i + 1][k] + (k == 0 ? 0 : in * tail[i + 1][k - 1]);
            }
        }
        return tail;
    }

    @Override
    public double[][] joint(long[] sizes, int n, int[] of) {
        double[] p = InclusionProbabilities.of(sizes, n);
        double[] number = PoissonBinomial.of(p);
        double scale = 0;
        for (int t = 1; t <= n; t++) {
            scale += t * number[n - t];
        }
        double norm = scale;
        return Selection.matrix(sizes, n, of, (i, j) -> {
            double[] others = PoissonBinomial.without(PoissonBinomial.without(number, p[i]), p[j]);
            double sum = 0;
            for (int t = 2; t <= n; t++) {
                sum += (t - p[i] - p[j]) * others[n - t];
            }
            return p[i] * p[j] * sum / norm;
        });
    }
}
