package org.suzhi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RakedSampleTest {

    private static final SampleCounty COUNTY = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED);

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/raked_rate.csv", numLinesToSkip = 1)
    void rakedRateAndItsErrorAreThoseOfR(int year, double rate, double se, double unweighted, int n) {
        RakedSample sample = new RakedSample(COUNTY, year, 0);
        RakedSample.Rate raked = sample.rate(person -> true);
        assertThat(raked.n()).isEqualTo(n);
        assertThat(raked.estimate()).isCloseTo(rate, withinPercentage(1e-6));
        assertThat(raked.standardError()).isCloseTo(se, withinPercentage(1e-6));
        assertThat(RakedSample.unweightedRate(sample.respondents())).isCloseTo(unweighted, withinPercentage(1e-6));
    }
}
