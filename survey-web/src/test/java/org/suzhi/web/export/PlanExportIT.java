package org.suzhi.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.publication.Runs;
import org.suzhi.web.publication.WavePublisher;
import tools.jackson.databind.json.JsonMapper;

/** Exports of a wave for which a weighting plan with steps before the calibration was accepted. */
class PlanExportIT extends ServerFixture {
    private static final String WEIGHTS = "/weights/2024";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Exports exports;

    @Autowired
    private WavePublisher publisher;

    @Autowired
    private Runs runs;

    @Autowired
    private JsonMapper json;

    private Caller statistician;
    private double before;

    @BeforeEach
    void accept() throws Exception {
        if (accounts.id("plan-statistician").isEmpty()) {
            accounts.save(new NewUser("plan-statistician", "统计员", PASSWORD, Role.STATISTICIAN));
        }
        statistician = Caller.signedIn(address(""), "plan-statistician", PASSWORD);
        before = computed();
        String page = statistician
                .form(
                        WEIGHTS,
                        WEIGHTS + "/plans",
                        "unknown",
                        "true",
                        "nonresponse",
                        "classes",
                        "nonresponse-cells",
                        "town",
                        "collapse",
                        "none",
                        "calibration",
                        "rake",
                        "margin-version",
                        "1",
                        "margins",
                        "sex:age_band")
                .body();
        Matcher plan = Pattern.compile("[Ss]aved as plan (\\d+)").matcher(page);
        assertThat(plan.find()).isTrue();
        assertThat(statistician
                        .form(WEIGHTS, WEIGHTS + "/plans/" + plan.group(1) + "/accept")
                        .body())
                .contains("is in force");
    }

    @AfterEach
    void withdraw() throws Exception {
        statistician.form(WEIGHTS, WEIGHTS + "/plans/withdraw");
        assertThat(computed()).isEqualTo(before);
    }

    /** The rate of the newest run; what is published of a closed wave stays as it is. */
    private double computed() {
        publisher.publishIfStale(wave(2024));
        String result = runs.newestHeadline(wave(2024)).orElseThrow().result();
        return json.readTree(result).at("/estimates/rate/rows/0/estimate").asDouble();
    }

    private String export(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(new ExportRequest(2024, format, false, false, Locale.ENGLISH, null), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theRateOfTheExportedWeightsIsThatOfThePlan() throws IOException {
        List<String> lines = export("csv").lines().toList();
        List<String> names = Arrays.asList(lines.get(0).replace("\"", "").split(","));
        double all = 0;
        double literate = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (fields[names.indexOf("in_estimates")].equals("1")) {
                double weight = Double.parseDouble(fields[names.indexOf("calibrated_weight")]);
                all += weight;
                literate += Double.parseDouble(fields[names.indexOf("score")]) >= 70 ? weight : 0;
            }
        }
        assertThat(computed()).isNotCloseTo(before, within(1e-6));
        assertThat(literate / all).isCloseTo(computed(), within(1e-12));
    }

    @Test
    void scriptAndDescriptionClaimNoRakingOfBaseWeights() throws IOException {
        assertThat(export("R"))
                .contains("weights = ~calibrated_weight", "Nonresponse, Respondents only, Calibration")
                .doesNotContain("rake(", "~base_weight");
        assertThat(export("ddi.xml"))
                .contains("steps of the weighting plan in force (Unknown eligibility, Nonresponse")
                .doesNotContain("that weight raked to");
    }
}
