package org.suzhi.analysis.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rates of several waves with their covariances. Waves drawn independently have none; waves that share primary units
 * have those that one stacked design gives, in which a unit is the same unit in every wave.
 */
public final class RateSeries {
    private final List<WaveRate> waves;
    private final double[][] covariance;

    private RateSeries(List<WaveRate> waves, double[][] covariance) {
        this.waves = List.copyOf(waves);
        this.covariance = covariance;
        for (int i = 1; i < waves.size(); i++) {
            if (waves.get(i).year() <= waves.get(i - 1).year()) {
                throw new IllegalArgumentException("waves " + waves.get(i - 1).year() + ", "
                        + waves.get(i).year() + ": expected years in order, each once");
            }
        }
    }

    /** Waves drawn independently, the oldest first. */
    public static RateSeries of(List<WaveRate> waves) {
        double[][] covariance = new double[waves.size()][waves.size()];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i][i] = waves.get(i).se() * waves.get(i).se();
        }
        return new RateSeries(waves, covariance);
    }

    /**
     * Waves that may share primary units, the oldest first.
     *
     * @param covariance of the rates, from one stacked design
     */
    public static RateSeries of(List<WaveRate> waves, double[][] covariance) {
        int k = waves.size();
        if (covariance.length != k || IntStream.range(0, k).anyMatch(i -> covariance[i].length != k)) {
            throw new IllegalArgumentException("covariance of " + covariance.length + " rows for " + k + " waves");
        }
        return new RateSeries(
                waves,
                IntStream.range(0, k).mapToObj(i -> covariance[i].clone()).toArray(double[][]::new));
    }

    public List<WaveRate> waves() {
        return waves;
    }

    public double covariance(int i, int j) {
        return covariance[i][j];
    }

    /** The waves of one criterion that have a standard error: those that a trend can be laid through. */
    RateSeries joined(String criterion) {
        List<Integer> kept = IntStream.range(0, waves.size())
                .filter(i -> waves.get(i).criterion().equals(criterion)
                        && waves.get(i).hasError())
                .boxed()
                .toList();
        double[][] part = new double[kept.size()][kept.size()];
        List<WaveRate> rates = new ArrayList<>();
        for (int i = 0; i < part.length; i++) {
            rates.add(waves.get(kept.get(i)));
            for (int j = 0; j < part.length; j++) {
                part[i][j] = covariance[kept.get(i)][kept.get(j)];
            }
        }
        return new RateSeries(rates, part);
    }

    boolean isIndependent() {
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < i; j++) {
                if (covariance[i][j] != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
