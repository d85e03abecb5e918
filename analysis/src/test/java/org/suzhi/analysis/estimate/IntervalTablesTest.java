package org.suzhi.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.analysis.estimate.IntervalMethod.Proportion;

class IntervalTablesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/intervals.csv", useHeadersInDisplayName = true)
    void agreesWithR(IntervalMethod method, int x, int n, String df, double lower, double upper) {
        Interval interval = method.of(share(x, n, df.strip().equals("Inf") ? 1 / 0.0 : Double.parseDouble(df)));
        assertThat(interval.lower()).isCloseTo(lower, within(1e-9 * Math.abs(lower)));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9 * Math.abs(upper)));
    }

    @Test
    void xlogitIsLogit() {
        assertThat(IntervalMethod.XLOGIT.of(share(5, 20, 7))).isEqualTo(IntervalMethod.LOGIT.of(share(5, 20, 7)));
    }

    @Test
    void effectiveSizeIsTheRowsOfASimpleRandomSample() {
        assertThat(IntervalMethod.effective(share(5, 20, 19))).isCloseTo(20, within(1e-12));
    }

    @Test
    void fewDegreesOfFreedomShrinkTheEffectiveSize() {
        double ratio = Distributions.tQuantile(0.975, 19) / Distributions.tQuantile(0.975, 4);
        assertThat(IntervalMethod.effective(share(5, 20, 4))).isCloseTo(20 * ratio * ratio, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void likelihoodHasNoIntervalAtTheEnds(double p) {
        Interval interval = IntervalMethod.LIKELIHOOD.of(new Proportion(p, 0, 5, 20, 5, 0.95));
        assertThat(interval.lower()).isNaN();
        assertThat(interval.upper()).isNaN();
    }

    @Test
    void likelihoodHasNoIntervalWithoutDegreesOfFreedomOrError() {
        assertThat(IntervalMethod.LIKELIHOOD.of(share(5, 20, 0)).lower()).isNaN();
        assertThat(IntervalMethod.LIKELIHOOD
                        .of(new Proportion(0.3, 0, 5, 20, 5, 0.95))
                        .lower())
                .isNaN();
    }

    private static Proportion share(int x, int n, double df) {
        double p = (double) x / n;
        return new Proportion(p, p * (1 - p) / n, df, n, df, 0.95);
    }
}
