package org.suzhi.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTablesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/distributions.csv", useHeadersInDisplayName = true)
    void agreesWithR(String function, double x, String a, String b, double expected) {
        double first = number(a);
        double second = number(b);
        double got = switch (function) {
            case "tQuantile" -> Distributions.tQuantile(x, first);
            case "t" -> Distributions.t(x, first);
            case "fUpper" -> Distributions.fUpper(x, first, second);
            case "normalQuantile" -> Distributions.normalQuantile(x);
            case "normal" -> Distributions.normal(x);
            case "chiSquareUpper" -> Distributions.chiSquareUpper(x, first);
            case "betaQuantile" -> Distributions.betaQuantile(x, first, second);
            default -> throw new IllegalArgumentException(function);
        };
        assertThat(got).isCloseTo(expected, within(1e-10 * Math.abs(expected) + 1e-300));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void noDegreesOfFreedomGiveNoNumber(double df) {
        assertThat(Distributions.t(1, df)).isNaN();
        assertThat(Distributions.tQuantile(0.9, df)).isNaN();
        assertThat(Distributions.fUpper(1, df, 3)).isNaN();
        assertThat(Distributions.fUpper(1, 3, df)).isNaN();
        assertThat(Distributions.chiSquareUpper(1, df)).isNaN();
    }

    @Test
    void endsOfTheRangeHaveTheirLimits() {
        assertThat(Distributions.t(Double.NaN, 3)).isNaN();
        assertThat(Distributions.fUpper(Double.NaN, 3, 3)).isNaN();
        assertThat(Distributions.fUpper(0, 3, 3)).isEqualTo(1);
        assertThat(Distributions.fUpper(Double.POSITIVE_INFINITY, 3, 3)).isZero();
        assertThat(Distributions.chiSquareUpper(Double.NaN, 3)).isNaN();
        assertThat(Distributions.chiSquareUpper(0, 3)).isEqualTo(1);
        assertThat(Distributions.chiSquareUpper(2031, 3)).isZero();
        assertThat(Distributions.normalQuantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Distributions.betaQuantile(0.5, 0, 2)).isZero();
        assertThat(Distributions.betaQuantile(0.5, 2, 0)).isEqualTo(1);
        assertThat(Distributions.betaQuantile(0.5, Double.NaN, 2)).isNaN();
        assertThat(Distributions.betaQuantile(0.5, 2, Double.NaN)).isNaN();
    }

    private static double number(String text) {
        return text.strip().equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}
