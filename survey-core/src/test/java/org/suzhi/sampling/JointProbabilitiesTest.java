package org.suzhi.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class JointProbabilitiesTest {
    private static final int[] SIZES = {120, 300, 180, 90, 210, 150, 60, 75, 410, 33};

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/joint-probabilities.csv", numLinesToSkip = 2)
    void areThoseOfR(String method, int n, int i, int j, double probability) {
        StratumDesign design = StratumDesign.of(Method.ofCode(method).orElseThrow(), Frames.stratum("s", SIZES), n);
        if (i == j) {
            assertThat(design.inclusionProbability(i - 1)).isCloseTo(probability, within(1e-14));
        } else {
            assertThat(design.joint(i - 1, j - 1).orElseThrow().of(0, 1)).isCloseTo(probability, within(1e-9));
        }
    }
}
