package org.suzhi.analysis.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final Target TARGET = new Target("literacy_rate", Target.Operator.of(">"), 0.13, 2025);

    private static Verdict verdict(double estimate, double se) {
        return Verdict.of(estimate, se, 60, TARGET, Verdict.Thresholds.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"0.16,MET", "0.14,LIKELY_MET", "0.131,NOT_SETTLED", "0.12,LIKELY_SHORT", "0.10,SHORT"})
    void codesFollowTheEstimate(double estimate, Verdict.Code code) {
        assertThat(verdict(estimate, 0.01).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0.13", "0.135", "0.145", "0.147", "0.15", "0.155"})
    void metExactlyWhenTheLowerBoundIsAboveTheTarget(double estimate) {
        Verdict v = verdict(estimate, 0.01);
        assertThat(v.code() == Verdict.Code.MET).isEqualTo(v.bound() > 0.13);
    }

    @Test
    void anEstimateAtTheTargetIsAsLikelyAboveAsBelow() {
        assertThat(verdict(0.13, 0.01).probability()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void probabilityAndPValueAddUpToOne() {
        Verdict v = verdict(0.142, 0.009);
        assertThat(v.probability() + v.pValue()).isCloseTo(1, within(1e-12));
    }

    @Test
    void noVerdictWithoutStandardError() {
        assertThat(verdict(0.2, Double.NaN).code()).isEqualTo(Verdict.Code.NOT_SETTLED);
    }
}
