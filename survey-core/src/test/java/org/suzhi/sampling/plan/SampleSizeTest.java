package org.suzhi.sampling.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.suzhi.sampling.SamplingProblem;
import org.suzhi.sampling.SamplingProblems;

class SampleSizeTest {
    private static final OverTarget OVER_13 = new OverTarget(0.13, 0.05);

    @ParameterizedTest
    @CsvSource({"0.14, 7144", "0.15, 1822", "0.16, 825"})
    void sizesToShowOverThirteenAreTheKnownOnes(double truth, int interviews) {
        SampleSize size = OVER_13.size(SurveyAssumptions.of(truth, 1, 1), 0.8);
        assertThat(size.interviews()).isEqualTo(interviews);
        SampleSize clustered = OVER_13.size(SurveyAssumptions.of(truth, 1.7, 0.6), 0.8);
        assertThat(clustered.simple()).isEqualTo(size.simple());
        assertThat(clustered.exact()).isCloseTo(1.7 * size.exact(), within(1e-9));
        assertThat(clustered.invitations()).isEqualTo((int) Math.ceil(clustered.interviews() / 0.6));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/sample-sizes.csv", numLinesToSkip = 2)
    void sizesMarginsAndPowersAreThoseOfR(
            double rate,
            double deff,
            double population,
            double df,
            double level,
            double margin,
            double size,
            double target,
            double alpha,
            double power,
            double powerSize,
            double n,
            double marginAtN,
            double powerAtN) {
        SurveyAssumptions survey = new SurveyAssumptions(rate, deff, 1, population, df);
        OverTarget over = new OverTarget(target, alpha);
        assertThat(MarginOfError.size(survey, margin, level).exact()).isCloseTo(size, relative(size));
        assertThat(over.size(survey, power).exact()).isCloseTo(powerSize, relative(powerSize));
        assertThat(MarginOfError.of(survey, n, level)).isCloseTo(marginAtN, relative(marginAtN));
        assertThat(over.power(survey, n)).isCloseTo(powerAtN, relative(powerAtN));
        assertThat(MarginOfError.of(survey, size, level)).isCloseTo(margin, relative(margin));
        assertThat(over.power(survey, powerSize)).isCloseTo(power, relative(power));
    }

    private static Offset<Double> relative(double value) {
        return within(1e-10 * value);
    }

    @Test
    void aTextbookMarginOfFivePointsTakes385() {
        assertThat(MarginOfError.size(SurveyAssumptions.of(0.5, 1, 1), 0.05, 0.95)
                        .exact())
                .isCloseTo(384.146, within(1e-3));
    }

    @Test
    void aCensusHasNoError() {
        SurveyAssumptions all = SurveyAssumptions.of(0.14, 1.5, 1).withPopulation(5000);
        assertThat(MarginOfError.of(all, 5000, 0.95)).isZero();
        assertThat(OVER_13.power(all, 5000)).isEqualTo(1);
        assertThat(OVER_13.power(all.withRate(0.12), 5000)).isZero();
        assertThat(OVER_13.power(all.withRate(0.13), 1000)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void aGroupOfATenthTakesTenTimesAsManyInAll() {
        SampleSize size = MarginOfError.size(SurveyAssumptions.of(0.14, 1, 1), 0.05, 0.95);
        assertThat(size.interviews()).isEqualTo(185);
        assertThat(size.whole(0.1)).isEqualTo(1850);
        assertThat(size.whole(1)).isEqualTo(185);
    }

    @Test
    void theCurveFallsInMarginAndRisesInPower() {
        List<PrecisionPoint> curve =
                PrecisionPoint.curve(SurveyAssumptions.of(0.15, 1.6, 0.7), 0.95, OVER_13, 200, 6000, 30);
        assertThat(curve).hasSize(30);
        assertThat(curve.get(0).interviews()).isEqualTo(200);
        assertThat(curve.get(29).interviews()).isEqualTo(6000);
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).margin()).isLessThan(curve.get(i - 1).margin());
            assertThat(curve.get(i).power()).isGreaterThan(curve.get(i - 1).power());
        }
        assertThat(PrecisionPoint.curve(SurveyAssumptions.of(0.15, 1, 1), 0.95, OVER_13, 5, 7, 50))
                .extracting(PrecisionPoint::interviews)
                .containsExactly(5, 6, 7);
    }

    @Test
    void everyValueOutsideItsRangeIsToldAtOnce() {
        assertThatThrownBy(() -> new SurveyAssumptions(1.2, 0, 0, 1, Double.NaN))
                .isInstanceOfSatisfying(
                        SamplingProblems.class,
                        e -> assertThat(e.problems())
                                .extracting(SamplingProblem::column)
                                .containsExactly("rate", "deff", "responseRate", "population", "df"))
                .hasMessageContaining("sample size, rate: got 1.2; expected a share above 0 and below 1.");
        assertThatThrownBy(() -> OVER_13.size(SurveyAssumptions.of(0.13, 1, 1), 0.8))
                .hasMessageContaining("the expected rate 0.13 is not above the target 0.13");
        assertThatThrownBy(() -> OVER_13.size(SurveyAssumptions.of(0.14, 1, 1), 1))
                .hasMessage("sample size, power: got 1; expected a probability from 0.5 to below 1, such as 0.8.");
        assertThatThrownBy(() -> MarginOfError.size(SurveyAssumptions.of(0.14, 1, 1), 0, 0.95))
                .hasMessageContaining("margin: got 0; expected a share above 0 and below 0.5");
        assertThatThrownBy(() -> new OverTarget(13, 0.05)).hasMessageContaining("target: got 13");
    }

    @Test
    void aSizeThatThePopulationCannotGiveIsRefused() {
        SurveyAssumptions small = SurveyAssumptions.of(0.14, 1, 0.5).withPopulation(1000);
        assertThatThrownBy(() -> MarginOfError.size(small, 0.005, 0.95))
                .hasMessage("sample size, size: this takes 1898 invitations, but there are 1000 people; "
                        + "accept a wider margin or a smaller power.");
        assertThatThrownBy(() -> MarginOfError.of(small, 1001, 0.95))
                .hasMessageContaining("1001 interviews are to be made, but there are 1000 people");
        assertThatThrownBy(() -> MarginOfError.size(SurveyAssumptions.of(0.14, 1, 1), 1e-7, 0.95))
                .hasMessageContaining("more than any survey");
    }
}
