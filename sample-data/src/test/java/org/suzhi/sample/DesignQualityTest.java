package org.suzhi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Judges the design by {@value #DRAWS} draws of the 2025 wave; {@link RepeatedDraws} prints the whole table. */
class DesignQualityTest {

    private static final int DRAWS = 200;

    private static List<RepeatedDraws.Row> rows = List.of();

    @BeforeAll
    static void draw() {
        rows = RepeatedDraws.run(SampleCounty.of(SampleCounty.DEMONSTRATION_SEED), 2025, DRAWS);
    }

    @Test
    void unweightedRateIsFarTooHigh() {
        RepeatedDraws.Row county = rows.get(0);
        assertThat(county.unweighted() - county.truth()).isGreaterThan(0.02);
    }

    @Test
    void rakedRateOfTheCountyIsUnbiased() {
        RepeatedDraws.Row county = rows.get(0);
        assertThat(county.raked()).isCloseTo(county.truth(), within(monteCarloError(county)));
    }

    @Test
    void rakedRateOfEveryDomainIsUnbiasedButForTheSmallBiasOfARatio() {
        for (RepeatedDraws.Row row : rows) {
            assertThat(row.raked())
                    .as("%s %s", row.dimension(), row.level())
                    .isCloseTo(row.truth(), within(monteCarloError(row) + 0.03 * row.truth()));
        }
    }

    @Test
    void linearizedErrorIsTheSpreadOfTheEstimates() {
        RepeatedDraws.Row county = rows.get(0);
        // The spread itself is known to one part in sqrt(2 draws).
        assertThat(county.meanStandardError() / county.standardDeviation())
                .isCloseTo(1, within(3 / Math.sqrt(2.0 * DRAWS)));
    }

    @Test
    void ninetyFivePercentIntervalsHoldTheTruthAboutThatOften() {
        double fourSigma = 4 * Math.sqrt(0.95 * 0.05 / DRAWS);
        assertThat(rows.get(0).coverage()).isCloseTo(0.95, within(fourSigma));
        assertThat(rows.stream()
                        .mapToDouble(RepeatedDraws.Row::coverage)
                        .average()
                        .orElseThrow())
                .isBetween(0.92, 0.97);
    }

    private static double monteCarloError(RepeatedDraws.Row row) {
        return 4 * row.standardDeviation() / Math.sqrt(DRAWS);
    }
}
