package org.suzhi.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tails and quantiles against R 4.2.2 (qt, pt, pf, pchisq, qnorm, qbeta), printed with 16 digits. */
class DistributionsTest {
    private static void close(double got, double expected) {
        assertThat(got).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.025,-2.8675207071911930",
        "0.2,-0.9498778242960845",
        "1e-6,-51.6400502744427072",
        "0.9999,14.7803964455354713"
    })
    void quantilesOfStudentsT(double p, double expected) {
        close(Distributions.tQuantile(p, 3.7), expected);
    }

    @ParameterizedTest
    @CsvSource({"-1,1.685245289767922e-01", "-5,1.546556056419441e-04", "-40,1.925614790386018e-14"})
    void tailsOfStudentsT(double t, double expected) {
        close(Distributions.t(t, 12), expected);
    }

    @ParameterizedTest
    @CsvSource({"0.5,6.401023408645647e-01", "3,6.989146343415376e-02", "40,1.574682794990269e-07"})
    void tailsOfFishersF(double f, double expected) {
        close(Distributions.fUpper(f, 2.3, 17.5), expected);
    }

    @ParameterizedTest
    @CsvSource({"0.1,9.953437937906444e-01", "5,2.042506577910564e-01", "90,3.830179387469564e-19"})
    void tailsOfChiSquare(double x, double expected) {
        close(Distributions.chiSquareUpper(x, 3.3), expected);
    }

    @ParameterizedTest
    @CsvSource({"1e-10,-6.3613409024040557", "0.3,-0.5244005127080407", "0.999,3.0902323061678132"})
    void quantilesOfTheNormal(double p, double expected) {
        close(Distributions.normalQuantile(p), expected);
    }

    @ParameterizedTest
    @CsvSource({"0.025,0.008499041697695865", "0.975,0.087054733065743517"})
    void quantilesOfTheBeta(double p, double expected) {
        close(Distributions.betaQuantile(p, 3.2, 81.7), expected);
    }

    @Test
    void withoutDegreesOfFreedomThereIsNone() {
        assertThat(Distributions.tQuantile(0.975, 0)).isNaN();
        assertThat(Distributions.fUpper(1, 2, 0)).isNaN();
        assertThat(Distributions.tQuantile(0.975, Double.POSITIVE_INFINITY))
                .isEqualTo(Distributions.normalQuantile(0.975));
    }

    @Test
    void farTailsEndInZeroRatherThanAnError() {
        assertThat(Distributions.chiSquareUpper(1e30, 2)).isZero();
        assertThat(Distributions.fUpper(Double.POSITIVE_INFINITY, 2, 9)).isZero();
    }
}
