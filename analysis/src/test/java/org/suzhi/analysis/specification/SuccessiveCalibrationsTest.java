package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suzhi.microdata.CsvReader;

/** Two calibrations one after the other: the errors know both (src/test/R/successive_calibrations.R). */
class SuccessiveCalibrationsTest {
    private static final Path DATA = Path.of("src/test/resources/reference/S19-greg-linear/data.csv");

    private static final Map<String, ?> STYPE = Map.of(
            "method",
            "linear",
            "margins",
            List.of(Map.of(
                    "variables",
                    List.of("stype"),
                    "cells",
                    List.of(
                            Map.of("stype", "E", "total", 4421),
                            Map.of("stype", "H", "total", 755),
                            Map.of("stype", "M", "total", 1018)))));

    @ParameterizedTest
    @CsvSource({
        "mean, 665.392222325654, 3.57097863835686",
        "total, 3612950.56607396, 361805.497827345",
        "ratio, 1.05298077910356, 0.00538139351140494",
        "domain, 675.374484477263, 7.00588028472346"
    })
    void errorsAgreeWithR(String estimate, double value, double se) {
        Specification specification = Specification.builder("successive")
                .factor("stype", List.of("E", "H", "M"))
                .weights("pw")
                .clusters("dnum")
                .fpc("fpc")
                .calibrate(STYPE)
                .calibrate(Map.of(
                        "method",
                        "linear",
                        "populationSize",
                        6194,
                        "continuous",
                        List.of(Map.of("variable", "api99", "total", 3914069))))
                .estimate("mean", Map.of("statistic", "mean", "variable", "api00"))
                .estimate("total", Map.of("statistic", "total", "variable", "enroll"))
                .estimate("ratio", Map.of("statistic", "ratio", "numerator", "api00", "denominator", "api99"))
                .estimate("domain", Map.of("statistic", "mean", "variable", "api00", "subset", "awards == 'Yes'"))
                .build();
        EstimateRow row = Analysis.run(specification, CsvReader.read(DATA))
                .estimate(estimate)
                .row();
        assertThat(row.estimate()).isCloseTo(value, within(1e-12 * value));
        assertThat(row.se()).isCloseTo(se, within(1e-10 * se));
    }

    /** Every replicate is calibrated as the sample is. */
    @Test
    void jackknifeOfACalibratedSampleAgreesWithR() {
        Specification specification = Specification.builder("replicates")
                .factor("stype", List.of("E", "H", "M"))
                .weights("pw")
                .clusters("dnum")
                .design("replicate", Map.of("create", "JK1"))
                .calibrate(STYPE)
                .estimate("mean", Map.of("statistic", "mean", "variable", "api00"))
                .build();
        EstimateRow row = Analysis.run(specification, CsvReader.read(DATA))
                .estimate("mean")
                .row();
        assertThat(row.estimate()).isCloseTo(642.310788211582, within(1e-9));
        assertThat(row.se()).isCloseTo(27.2054225251941, within(1e-9));
    }
}
