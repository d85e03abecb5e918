package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Extract;

/** Domains that are absent from some PSUs or lose all their rows in a replicate. */
class DomainEdgesTest {
    private static final Path SCHOOLS = Path.of("src/test/resources/reference/S19-greg-linear/data.csv");

    /** PSU 1 holds domain a alone, PSU 2 both, PSU 3 domain b alone. */
    private static final Extract OVERLAPPING = Extract.builder()
            .numeric("w", new double[] {1, 1, 1, 1})
            .numeric("y", new double[] {3, 5, 7, 11})
            .numeric("psu", new double[] {1, 2, 2, 3})
            .category("domain", List.of("a", "b"), new int[] {0, 0, 1, 1})
            .build();

    /**
     * PSU totals are (3, 5, 0) and (0, 7, 11) with means 8/3 and 6, so with n/(n − 1) = 3/2 the variances are 19 and 93 and the
     * covariance is 3/2 · (35 − 48) = −19.5.
     */
    @Test
    void differenceOfDomainTotalsHasItsCovariance() {
        AnalysisResult result = Analysis.run(
                Specification.builder("overlapping")
                        .weights("w")
                        .clusters("psu")
                        .estimate(
                                "total",
                                Map.of(
                                        "statistic",
                                        "total",
                                        "variable",
                                        "y",
                                        "by",
                                        List.of("domain"),
                                        "covariance",
                                        true))
                        .test("difference", Map.of("kind", "contrast", "of", "total", "weights", List.of(1, -1)))
                        .build(),
                OVERLAPPING);
        assertThat(result.estimate("total").row("a").se()).isCloseTo(Math.sqrt(19), within(1e-12));
        assertThat(result.estimate("total").row("b").se()).isCloseTo(Math.sqrt(93), within(1e-12));
        assertThat(result.test("difference").value("se")).isCloseTo(Math.sqrt(19 + 93 + 2 * 19.5), within(1e-12));
    }

    /** R survey drops the replicate that has no estimate; the other replicates all give the PSU's own mean. */
    @Test
    void replicateWithoutRowsOfTheDomainIsLeftOut() {
        EstimateRow one = schools("dnum == 637");
        assertThat(one.estimate()).isCloseTo(669, within(1e-9));
        assertThat(one.se()).isCloseTo(0, within(1e-9));
        EstimateRow two = schools("dnum == 637 || dnum == 61");
        assertThat(two.estimate()).isCloseTo(697.125, within(1e-9));
        assertThat(two.se()).isCloseTo(35.5767931390558, within(1e-9));
    }

    private static EstimateRow schools(String subset) {
        Specification specification = Specification.builder("jackknife")
                .weights("pw")
                .clusters("dnum")
                .design("replicate", Map.of("create", "JK1"))
                .estimate("mean", Map.of("statistic", "mean", "variable", "api00", "subset", subset))
                .build();
        return Analysis.run(specification, CsvReader.read(SCHOOLS))
                .estimate("mean")
                .row();
    }
}
