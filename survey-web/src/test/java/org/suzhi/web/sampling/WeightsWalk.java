package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suzhi.sample.SampleCounty;

/** From responses to weights in force: population totals, a plan, its acceptance. */
record WeightsWalk(Visitor statistician) {
    private static final String WEIGHTS = "/weights/2025";

    /** Contradictory totals first, which are refused. */
    void importMargins() throws Exception {
        assertThat(statistician.get(WEIGHTS)).contains(WEIGHTS + "/margins");
        String margins = FromEmpty.margins();
        Matcher town = Pattern.compile("(2025,town,t01,)(\\d+)").matcher(margins);
        assertThat(town.find()).isTrue();
        String contradictory = town.replaceFirst("$1" + (Integer.parseInt(town.group(2)) + 1000));
        assertThat(importMargins(contradictory)).containsOnlyOnce("contradict each other");
        assertThat(statistician.count("margin_version")).isZero();
        assertThat(importMargins(margins)).contains("Imported as version 1 with 30 cells");
    }

    String importMargins(String csv) throws Exception {
        return statistician.upload(
                WEIGHTS + "/margins", "margins.csv", csv.getBytes(StandardCharsets.UTF_8), "as-of", "2025-01-01");
    }

    /** While a village is without responses, nobody can stand for those of it who did not answer. */
    void planByVillages(String village) throws Exception {
        int plan = save("unknown", "true", "nonresponse", "classes", "nonresponse-cells", "psu");
        String page = shown(plan);
        String name = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED).villages().stream()
                .filter(v -> v.code().equals(village))
                .findFirst()
                .orElseThrow()
                .nameEn();
        assertThat(page)
                .containsPattern("in the class “[^”]*" + name + "[^”]*” nobody can stand for")
                .containsOnlyOnce("nobody can stand for")
                .doesNotContain("Accept this plan");
        assertThat(accept(plan)).containsOnlyOnce("nobody can stand for");
        assertThat(statistician.get("/weights")).contains("1 plans, none in force");
    }

    /** The whole chain, accepted; returns its number. */
    int plan() throws Exception {
        int plan = save(
                "unknown",
                "true",
                "unknown-cells",
                "town",
                "nonresponse",
                "classes",
                "nonresponse-cells",
                "stratum",
                "minimum",
                "20",
                "max-factor",
                "4",
                "trim-upper",
                "median+6iqr",
                "redistribute",
                "true");
        assertThat(shown(plan))
                .contains("Unknown eligibility", "Nonresponse", "Trimming", "Calibration", "<svg", "192,705");
        assertThat(accept(plan)).contains("Plan " + plan + " is in force");
        return plan;
    }

    /** Another plan is put in its place. */
    void planAgain() throws Exception {
        int plan = save("unknown", "true", "nonresponse", "propensity", "nonresponse-cells", "town");
        assertThat(shown(plan)).contains("Nonresponse", "Accept this plan");
        assertThat(accept(plan)).contains("Plan " + plan + " is in force");
    }

    /** Saves a plan that rakes to all margins. */
    private int save(String... steps) throws Exception {
        List<String> fields = new ArrayList<>(List.of(steps));
        fields.addAll(List.of("calibration", "rake", "margin-version", "1"));
        for (String margin : List.of("sex:age_band", "education", "residence", "town")) {
            fields.addAll(List.of("margins", margin));
        }
        String page = statistician.form(WEIGHTS, WEIGHTS + "/plans", fields.toArray(String[]::new));
        Matcher saved = Pattern.compile("(?i)saved as plan (\\d+)").matcher(page);
        assertThat(saved.find()).as(page).isTrue();
        return Integer.parseInt(saved.group(1));
    }

    private String shown(int plan) throws Exception {
        return statistician.getOnce(WEIGHTS + "?plan=" + plan, page -> page.contains("New plan"));
    }

    private String accept(int plan) throws Exception {
        return statistician.form(WEIGHTS + "?plan=" + plan, WEIGHTS + "/plans/" + plan + "/accept");
    }
}
