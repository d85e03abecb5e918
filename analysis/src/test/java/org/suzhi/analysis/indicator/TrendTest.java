package org.suzhi.analysis.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suzhi.analysis.indicator.Trend.Estimated;
import org.suzhi.analysis.indicator.Trend.Scale;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.EstimateRow;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CsvReader;

/** Three waves that share villages against R; {@code src/test/R/trend.R} made data and figures. */
class TrendTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/trend");
    private static final Target QUARTER = new Target("rate", Target.Operator.ABOVE, 0.25, 2025);
    private final Map<String, Double> r = new HashMap<>();
    private RateSeries series = RateSeries.of(List.of());

    @BeforeEach
    void readAndEstimate() throws IOException {
        for (String line : Files.readAllLines(FOLDER.resolve("trend.csv"))) {
            if (!line.startsWith("#") && !line.startsWith("figure")) {
                r.put(line.substring(0, line.indexOf(',')), Double.valueOf(line.substring(line.indexOf(',') + 1)));
            }
        }
        AnalysisResult result = Analysis.run(Specification.parse("""
                        factors: {wave: ['2021', '2022', '2023']}
                        design: {weights: weight, strata: [stratum], clusters: [village]}
                        estimates: [{id: rate, statistic: mean, variable: literate, by: [wave], covariance: true}]
                        """), CsvReader.read(FOLDER.resolve("waves.csv")));
        List<WaveRate> waves = new ArrayList<>();
        for (EstimateRow row : result.estimate("rate").rows()) {
            waves.add(new WaveRate(
                    Integer.parseInt(row.by().get("wave")), row.estimate(), row.se(), result.designDf(), row.n()));
        }
        Map<?, ?> rate = (Map<?, ?>) ((Map<?, ?>) result.json().get("estimates")).get("rate");
        series = RateSeries.of(waves, (double[][]) rate.get("covariance"));
    }

    private void same(String figure, double value) {
        double expected = r.get(figure);
        assertThat(value).as(figure).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
    }

    @Test
    void ratesAndCovariancesOfOverlappingWavesAreThoseOfR() {
        for (WaveRate wave : series.waves()) {
            same("rate." + wave.year(), wave.estimate());
            same("se." + wave.year(), wave.se());
        }
        same("covariance.1.2", series.covariance(0, 1));
        same("covariance.2.3", series.covariance(1, 2));
        Estimated change = Progress.of(series, QUARTER, Verdict.Thresholds.DEFAULT, List.of())
                .change()
                .orElseThrow();
        same("change", change.value());
        same("changeSe", change.se());
    }

    @ParameterizedTest
    @EnumSource
    void trendProjectionAndCrossingAreThoseOfR(Scale scale) {
        Trend trend = Trend.of(scale, series).orElseThrow();
        String name = scale.name().toLowerCase(java.util.Locale.ROOT) + ".";
        same(name + "slope", trend.slope().value());
        same(name + "slopeSe", trend.slope().se());
        Estimated rate = trend.at(2025);
        same(name + "rate2025", rate.value());
        same(name + "lower2025", rate.lower());
        same(name + "upper2025", rate.upper());
        same(name + "probability2025", trend.probability(QUARTER, 2025));
        same(name + "fitPValue", trend.fitPValue());
        Crossing crossing = trend.crossing(QUARTER);
        same(name + "crossing", crossing.year());
        same(name + "crossingLower", crossing.lower());
        same(name + "crossingUpper", crossing.upper());
    }

    @Test
    void ofIndependentWavesTheTrendIsWeightedLeastSquares() {
        Trend trend = Trend.of(Scale.LINEAR, RateSeries.of(series.waves())).orElseThrow();
        same("independent.slope", trend.slope().value());
        same("independent.slopeSe", trend.slope().se());
    }

    @Test
    void nationalArithmeticIsReproduced() {
        RateSeries national = RateSeries.of(List.of(
                new WaveRate(2022, 0.1293, 0.001, 500, 283_000), new WaveRate(2023, 0.1414, 0.001, 500, 289_000)));
        Progress progress = Progress.of(
                national,
                new Target("literacy_rate", Target.Operator.ABOVE, 0.15, 2025),
                Verdict.Thresholds.DEFAULT,
                List.of(2030, 2035));
        assertThat(100 * progress.change().orElseThrow().value()).isCloseTo(1.21, within(1e-10));
        assertThat(progress.requiredGain().orElseThrow()).isCloseTo(0.0043, within(1e-12));
        assertThat(progress.linear().orElseThrow().at(2025).value()).isCloseTo(0.1656, within(1e-12));
        assertThat(progress.linear().orElseThrow().at(2030).value()).isCloseTo(0.2261, within(1e-12));
    }
}
