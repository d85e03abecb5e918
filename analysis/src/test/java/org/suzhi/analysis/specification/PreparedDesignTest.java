package org.suzhi.analysis.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.microdata.Extract;

class PreparedDesignTest {
    private static final Margin SEX = new Margin(List.of("sex"), Map.of(List.of("f"), 600.0, List.of("m"), 500.0));

    private static Extract extract() {
        Random random = new Random(11);
        int n = 400;
        double[] weight = new double[n];
        double[] score = new double[n];
        List<String> sex = new ArrayList<>();
        List<String> psu = new ArrayList<>();
        List<String> stratum = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            weight[i] = 1 + random.nextDouble();
            score[i] = random.nextInt(101);
            sex.add(random.nextBoolean() ? "f" : "m");
            psu.add("p" + i % 20);
            stratum.add("s" + i % 4);
        }
        return Extract.builder()
                .numeric("weight", weight)
                .numeric("score", score)
                .category("sex", List.of("f", "m"), sex)
                .category("psu", psu.stream().distinct().toList(), psu)
                .category("stratum", stratum.stream().distinct().toList(), stratum)
                .build();
    }

    private static SpecificationBuilder base() {
        return Specification.builder("base")
                .factor("sex", List.of("m", "f"))
                .weights("weight")
                .strata("stratum")
                .clusters("psu")
                .rake(List.of(SEX));
    }

    private static Specification asked() {
        return base().factor("stratum", List.of("s3", "s2", "s1", "s0"))
                .derive("literate", "score >= 70")
                .estimate(
                        "rate",
                        Map.of("statistic", "proportion", "variable", "literate", "level", 1, "by", List.of("stratum")))
                .test("sexes", Map.of("kind", "ttest", "variable", "score", "group", "sex"))
                .build();
    }

    @Test
    void requestsOnAPreparedDesignGiveTheResultOfAWholeRun() {
        Extract extract = extract();
        PreparedDesign prepared = Analysis.prepare(base().build(), extract);
        assertThat(Analysis.run(asked(), prepared).toJson())
                .isEqualTo(Analysis.run(asked(), extract).toJson());
    }

    @Test
    void aDesignPreparedByOtherWeightsIsRefused() {
        PreparedDesign prepared = Analysis.prepare(base().lonelyPsu("remove").build(), extract());
        assertThatThrownBy(() -> Analysis.run(asked(), prepared))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prepared by other");
    }
}
