package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.suzhi.sample.DrawnCases;

/** The way of a county statistician from an empty database, by pages alone, over HTTP as a browser goes. */
class EmptyDatabaseIT extends FromEmpty {
    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "empty-data");
        registry.add("suzhi.data", () -> folder.toAbsolutePath().toString());
    }

    @Test
    void fromTheFrameToTheResponses() throws Exception {
        signIn();
        setUp();
        importFrame();
        plan();
        drawAndAccept();
        loadResponses();
    }

    private void importFrame() throws Exception {
        String frame = Files.readString(SAMPLE_DATA.resolve("generated/frame.csv"));
        String first = frame.lines().skip(1).findFirst().orElseThrow();
        List<String> lines = new ArrayList<>(frame.lines().toList());
        lines.add(first);
        lines.set(5, lines.get(5).replaceFirst(",\\d+,true$", ",0,true"));
        assertThat(importFrame(String.join("\n", lines)))
                .containsOnlyOnce("row 6, column adults: the size is 0")
                .containsOnlyOnce("row 169, column village: “v001” stands in row 2 already");
        assertThat(count("frame")).isZero();
        assertThat(importFrame(frame.replaceFirst("v001,t01", "v001,t99")))
                .containsOnlyOnce("the survey has no town “t99”");
        assertThat(count("frame_unit")).isZero();
        assertThat(importFrame("PK nothing of the kind")).contains("no rows");

        assertThat(importFrame(frame)).contains("167 units imported.").contains("192,705");
        assertThat(count("frame_unit")).isEqualTo(167);
    }

    private void plan() throws Exception {
        String page = get("/sampling/2025/plan");
        assertThat(page).contains("There is no earlier wave").contains("Margin of ± 1.50 points");
        String planned = plan("plan-deff", "1", "plan-response", "100", "plan-truth", "14");
        // Known sizes for "over 13 %" at a one-sided 5 % with power 80 %.
        assertThat(planned).contains("7,144").contains("1,822").contains("825");
        assertThat(plan("plan-interviews", "193000")).containsOnlyOnce("193000 interviews");
        assertThat(plan("plan-interviews", "many")).containsOnlyOnce("‘many’");
        assertThat(plan("plan-interviews", "1200", "plan-rule", "neyman", "plan-response", "60"))
                .contains("On to the draw with these numbers");
    }

    private String plan(String... fields) throws Exception {
        return statistician
                .form("/sampling/2025/plan", "/sampling/2025/plan", fields)
                .body();
    }

    private void drawAndAccept() throws Exception {
        String page = get("/sampling/2025/draw");
        assertThat(page).contains("t01-urban").contains("Sampford");
        assertThat(draw(page, "psus-0", "99")).containsOnlyOnce("99 units are to be drawn, but the stratum has");
        assertThat(draw(page, "take-1", "5000")).contains("5000 are to be visited in each unit");
        assertThat(draw(page, "psus-2", "many")).containsOnlyOnce("got ‘many’, expected a whole number");
        assertThat(draw(page, "second-stage", "households-kish")).contains("gives no number of households");
        assertThat(draw(page, "reserve-psus", "9")).contains("9 in reserve are to be drawn, but the stratum has");
        assertThat(count("sample_draw")).isZero();

        String drawn = draw(page, "method-3", "sampford", "seed", "20250613", "reserve-units", "3");
        assertThat(drawn).contains("the same came out").contains("Accept and make the cases");
        String again = draw(page, "method-3", "sampford", "seed", "20250613", "reserve-units", "3");
        assertThat(jdbc.sql("select count(distinct sample_sha256) from sample_draw")
                        .query(Integer.class)
                        .single())
                .isOne();
        long first =
                jdbc.sql("select min(id) from sample_draw").query(Long.class).single();
        String base = "/sampling/2025/draws/" + first;
        String sample = get(base + "/files/sample.csv");
        assertThat(get(base + "/files/plan.yaml")).contains("seed: 20250613").contains("method: sampford");
        assertThat(get(base + "/files/joint.csv").lines().count())
                .isEqualTo(sample.lines().count() - 1);
        String hash = jdbc.sql("select max(sample_sha256) from sample_draw")
                .query(String.class)
                .single();
        assertThat(get(base + "/files/record.yaml")).contains("sample-sha256: " + hash);
        assertThat(get(base + "/listing")).contains("Line of the register");
        assertThat(again).contains("Make another draw");

        String accepted = accept(base);
        assertThat(accepted).contains("This draw is the wave’s sample");
        int invited = jdbc.sql("select sum(invited) from sampled_psu")
                .query(Integer.class)
                .single();
        assertThat(count("sampled_psu")).isEqualTo((int) sample.lines().count() - 1);
        assertThat(count("survey_case")).isEqualTo(invited);
        assertThat(count("survey_case where list_line is null or assigned_to is null"))
                .isZero();
        assertThat(count("reserve_case")).isEqualTo(3 * count("sampled_psu"));
        assertThat(accept(base)).contains("accepted already");
        assertThat(count("survey_case")).isEqualTo(invited);
        // The design weights add up to the frame, as PPS with a fixed take has it in expectation and near it in fact.
        double people = jdbc.sql("select sum(population / inclusion_probability) from sampled_psu")
                .query(Double.class)
                .single();
        assertThat(people).isBetween(192_705 * 0.95, 192_705 * 1.05);
        assertThat(get("/fieldwork/start")).contains("Collect or load responses");
    }

    /** Interviews of the synthetic county for the cases drawn, loaded as files. */
    private void loadResponses() throws Exception {
        DrawnCases cases = drawnCases();
        load(cases);

        String visits = cases.visitsCsv();
        String wrong = visits.replaceFirst(",2\\.\\d+\n", ",9.99\n") + "nobody-001,2025-06-12 10:00,2.24\n";
        assertThat(outcomes(wrong))
                .containsOnlyOnce("got ‘9.99’")
                .containsOnlyOnce("‘nobody-001’ is not a case of this wave");
        assertThat(count("contact_attempt")).isZero();
        assertThat(outcomes(visits)).contains(cases.visits().size() + " visits added");
        assertThat(outcomes(visits)).contains(cases.visits().size() + " visits added");
        assertThat(count("contact_attempt")).isEqualTo(cases.visits().size());
        assertThat(count("survey_case where status = 'OPEN'")).isZero();
        assertThat(get("/fieldwork/start")).contains("Make the weights").containsOnlyOnce("Do this now");
    }
}
