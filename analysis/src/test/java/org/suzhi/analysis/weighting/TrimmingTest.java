package org.suzhi.analysis.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.DesignBuilder;
import org.suzhi.microdata.Extract;

class TrimmingTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private static double[] trim(Trimming trimming, double... weights) {
        Extract extract = Extract.builder().numeric("w", weights).build();
        return trimming.trim(DesignBuilder.of(extract).weights("w").build()).weights();
    }

    @Test
    void whatIsCutIsSpreadEvenlyOverTheWeightsInside() {
        double[] after = trim(new Trimming(Double.NEGATIVE_INFINITY, 35, false), 10, 20, 34, 40);
        assertThat(after).containsExactly(new double[] {10 + 5.0 / 3, 20 + 5.0 / 3, 34 + 5.0 / 3, 35}, CLOSE);
    }

    @Test
    void smallWeightsAreRaisedAtTheCostOfOthers() {
        double[] after = trim(new Trimming(15, Double.POSITIVE_INFINITY, false), 10, 20, 34, 40);
        assertThat(after).containsExactly(new double[] {15, 20 - 5.0 / 3, 34 - 5.0 / 3, 40 - 5.0 / 3}, CLOSE);
    }

    @Test
    void strictTrimmingLeavesNoWeightOutsideAndKeepsTheSum() {
        double[] after = trim(new Trimming(5, 35, true), 10, 20, 34, 40);
        assertThat(Arrays.stream(after).max().orElseThrow()).isLessThanOrEqualTo(35);
        assertThat(Arrays.stream(after).sum()).isCloseTo(104, CLOSE);
    }

    @Test
    void weightsInsideStayAsTheyAre() {
        assertThat(trim(new Trimming(1, 100, false), 10, 20)).containsExactly(10, 20);
    }

    @Test
    void limitsThatNothingMeetsAreRefused() {
        assertThatThrownBy(() -> trim(new Trimming(50, 60, false), 10, 20))
                .isInstanceOfSatisfying(
                        AnalysisProblem.class, p -> assertThat(p.code()).isEqualTo("trim_leaves_none"));
        assertThatThrownBy(() -> new Trimming(2, 1, false))
                .isInstanceOfSatisfying(
                        AnalysisProblem.class, p -> assertThat(p.code()).isEqualTo("trim_limits"));
    }
}
