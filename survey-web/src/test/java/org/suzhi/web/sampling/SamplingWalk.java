package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the empty database to cases of surveyors: survey, questionnaire, wave, frame, plan, draw. */
record SamplingWalk(Visitor statistician, List<Long> surveyors) {

    /** The survey, the questionnaire of that workbook, the wave. */
    void setUp(byte[] workbook) throws Exception {
        assertThat(statistician.get("/fieldwork/start")).contains("Set up the survey");
        statistician.upload(
                "/survey",
                "towns.csv",
                Files.readAllBytes(FromEmpty.SAMPLE_DATA.resolve("domain/towns.csv")),
                "survey-code",
                "lianping",
                "name-zh",
                "连平县公民科学素质调查",
                "name-en",
                "Lianping County",
                "synthetic",
                "true",
                "operator",
                ">",
                "target-value",
                "13",
                "deadline",
                "2025",
                "group.code",
                "cadres",
                "group.zh",
                "干部",
                "group.en",
                "Cadres");
        HttpResponse<String> draft =
                statistician.caller().upload("/forms", "/forms", "workbook", "literacy.xlsx", workbook);
        String path = draft.uri().getPath();
        long survey = statistician.one("select id from survey");
        statistician.form(path, path + "/publish", "version", "2025", "survey", String.valueOf(survey));
        long form = statistician.one("select id from questionnaire_version");
        String waves = statistician.form(
                "/fieldwork/waves",
                "/fieldwork/waves",
                "year",
                String.valueOf(FromEmpty.YEAR),
                "questionnaire",
                String.valueOf(form),
                "opensOn",
                "2025-06-10",
                "closesOn",
                "2025-07-19",
                "plannedMargin",
                "1.5");
        assertThat(waves).contains("2025-06-10");
        assertThat(statistician.get("/sampling/2025/draw")).contains("no frame yet");
    }

    /** Wrong files first, each refused as a whole. */
    void importFrame() throws Exception {
        String frame = FromEmpty.frame();
        String first = frame.lines().skip(1).findFirst().orElseThrow();
        List<String> lines = new ArrayList<>(frame.lines().toList());
        lines.add(first);
        lines.set(5, lines.get(5).replaceFirst(",\\d+,true$", ",0,true"));
        assertThat(importFrame(String.join("\n", lines)))
                .containsOnlyOnce("row 6, column adults: the size is 0")
                .containsOnlyOnce("row 169, column village: “v001” stands in row 2 already");
        assertThat(statistician.count("frame")).isZero();
        assertThat(importFrame(frame.replaceFirst("v001,t01", "v001,t99")))
                .containsOnlyOnce("the survey has no town “t99”");
        assertThat(statistician.count("frame_unit")).isZero();
        assertThat(importFrame("PK nothing of the kind")).contains("no rows");

        assertThat(importFrame(frame)).contains("167 units imported.").contains("192,705");
        assertThat(statistician.count("frame_unit")).isEqualTo(167);
    }

    String importFrame(String csv) throws Exception {
        return statistician.upload(
                "/sampling/2025/frame",
                "frame.csv",
                csv.getBytes(StandardCharsets.UTF_8),
                "source",
                "Synthetic register",
                "as-of",
                "2025-01-01");
    }

    void plan() throws Exception {
        String page = statistician.get("/sampling/2025/plan");
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
        return statistician.form("/sampling/2025/plan", "/sampling/2025/plan", fields);
    }

    void drawAndAccept() throws Exception {
        String page = statistician.get("/sampling/2025/draw");
        assertThat(page).contains("Yuanshan · Urban").contains("Sampford");
        assertThat(draw(page, "psus-0", "99")).containsOnlyOnce("99 units are to be drawn, but the stratum has");
        assertThat(draw(page, "take-1", "5000")).contains("5000 are to be visited in each unit");
        assertThat(draw(page, "psus-2", "many")).containsOnlyOnce("got ‘many’, expected a whole number");
        assertThat(draw(page, "second-stage", "households-kish")).contains("gives no number of households");
        assertThat(draw(page, "reserve-psus", "9")).contains("9 in reserve are to be drawn, but the stratum has");
        assertThat(statistician.count("sample_draw")).isZero();

        String drawn = draw(page, "method-3", "sampford", "seed", "20250613", "reserve-units", "3");
        assertThat(drawn).contains("the same came out").contains("Accept and make the cases");
        String again = draw(page, "method-3", "sampford", "seed", "20250613", "reserve-units", "3");
        assertThat(statistician
                        .jdbc()
                        .sql("select count(distinct sample_sha256) from sample_draw")
                        .query(Integer.class)
                        .single())
                .isOne();
        long first = statistician
                .jdbc()
                .sql("select min(id) from sample_draw")
                .query(Long.class)
                .single();
        String base = "/sampling/2025/draws/" + first;
        String sample = statistician.get(base + "/files/sample.csv");
        assertThat(statistician.get(base + "/files/plan.yaml"))
                .contains("seed: 20250613")
                .contains("method: sampford");
        assertThat(statistician.get(base + "/files/joint.csv").lines().count())
                .isEqualTo(sample.lines().count() - 1);
        String hash = statistician
                .jdbc()
                .sql("select max(sample_sha256) from sample_draw")
                .query(String.class)
                .single();
        assertThat(statistician.get(base + "/files/record.yaml")).contains("sample-sha256: " + hash);
        assertThat(statistician.get(base + "/listing")).contains("Line of the register");
        assertThat(again).contains("Make another draw");

        String accepted = accept(base);
        assertThat(accepted).contains("This draw is the wave’s sample");
        int invited = statistician
                .jdbc()
                .sql("select sum(invited) from sampled_psu")
                .query(Integer.class)
                .single();
        assertThat(statistician.count("sampled_psu"))
                .isEqualTo((int) sample.lines().count() - 1);
        assertThat(statistician.count("survey_case")).isEqualTo(invited);
        assertThat(statistician.count("survey_case where list_line is null or assigned_to is null"))
                .isZero();
        assertThat(statistician.count("reserve_case")).isEqualTo(3 * statistician.count("sampled_psu"));
        assertThat(accept(base)).contains("accepted already");
        assertThat(statistician.count("survey_case")).isEqualTo(invited);
        // The design weights add up to the frame, as PPS with a fixed take has it in expectation and near it in fact.
        double people = statistician
                .jdbc()
                .sql("select sum(population / inclusion_probability) from sampled_psu")
                .query(Double.class)
                .single();
        assertThat(people).isBetween(FromEmpty.EVERYBODY * 0.95, FromEmpty.EVERYBODY * 1.05);
        assertThat(statistician.get("/fieldwork/start")).contains("Collect or load responses");
    }

    /** Draws with the form as the page has it, but for these fields. */
    String draw(String page, String... changes) throws Exception {
        List<String> fields = new ArrayList<>(List.of("certainty", "true"));
        if (!List.of(changes).contains("second-stage")) {
            fields.addAll(List.of("second-stage", "persons"));
        }
        Matcher inputs = Pattern.compile("<input[^>]*? name=\"([a-z-]+(?:-\\d+)?)\"[^>]*? value=\"([^\"]*)\"")
                .matcher(page.substring(page.indexOf("/draw\"")));
        List<String> changed = List.of(changes);
        while (inputs.find()) {
            if (!inputs.group(1).equals("certainty") && !changed.contains(inputs.group(1))) {
                fields.add(inputs.group(1));
                fields.add(inputs.group(2));
            }
        }
        fields.addAll(changed);
        return statistician.form("/sampling/2025/draw", "/sampling/2025/draw", fields.toArray(String[]::new));
    }

    String accept(String base) throws Exception {
        List<String> fields = new ArrayList<>();
        for (int t = 1; t <= 13; t++) {
            fields.add("surveyor-t%02d".formatted(t));
            fields.add(String.valueOf(surveyors.get(t % 2)));
        }
        return statistician.form(base, base + "/accept", fields.toArray(String[]::new));
    }
}
