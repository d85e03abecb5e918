package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;
import org.suzhi.sample.DrawnCases;

/** An oversample of cadres by pages: areas and a list, drawn, accepted, interviewed, weighted together. */
class ListSampleIT extends FromEmpty {
    private static final int CADRES = 5_050;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "list-data");
        registry.add("suzhi.data", () -> folder.toAbsolutePath().toString());
    }

    @Test
    void cadresFromAListBesideTheAreas() throws Exception {
        sampling.setUp(questionnaire());
        assertThat(importList("member,stratum\nc1,a")).contains("Import the frame of areas first");
        sampling.importFrame(frame());
        importLists();
        drawAndAccept();
        DrawnCases cases = collection.cases();
        collection.load(cases);
        collection.outcomes(cases.visitsCsv());
        assertThat(statistician.count("survey_case where status = 'OPEN'")).isZero();
        weigh();
        release();
    }

    /** Released reserves count as invited: the weights of their unit, or of their stratum of the list, go down. */
    private void release() throws Exception {
        long draw =
                jdbc.sql("select draw_id from accepted_draw").query(Long.class).single();
        String base = "/sampling/2025/draws/" + draw;
        String unit = jdbc.sql("select min(code) from sampled_psu where list is null")
                .query(String.class)
                .single();
        String weight =
                "select population / (inclusion_probability * invited) from sampled_psu where code = '" + unit + "'";
        double before = jdbc.sql(weight).query(Double.class).single();
        int invited = statistician.count("survey_case where psu_code = '" + unit + "'");
        int cases = statistician.count("survey_case");
        assertThat(release(base, unit, "3")).contains("has not so many reserves left");
        assertThat(release(base, unit, "0")).contains("How many");
        assertThat(statistician.count("survey_case")).isEqualTo(cases);
        assertThat(release(base, unit, "2")).contains("2 reserves released: " + unit + "-0");
        assertThat(release(base, unit, "1")).contains("has not so many reserves left");
        assertThat(jdbc.sql(weight).query(Double.class).single())
                .isCloseTo(before * invited / (invited + 2), within(1e-9));
        assertThat(release(base, "cadres/government", "1")).contains("1 reserves released: cadres-301");
        assertThat(statistician.count("sampled_psu where list = 'cadres'")).isEqualTo(301);
        assertThat(jdbc.sql("select sum(1 / inclusion_probability) from sampled_psu where list is not null")
                        .query(Double.class)
                        .single())
                .isCloseTo(CADRES, within(1e-6));
        assertThat(statistician.count("survey_case")).isEqualTo(cases + 3);
        assertThat(statistician.count("survey_case where assigned_to is null")).isZero();
        assertThat(jdbc.sql("select sum(target) from quota")
                        .query(Integer.class)
                        .single())
                .isEqualTo(cases + 3);
        assertThat(statistician.count("audit_log where action like 'reserves-released-%'"))
                .isEqualTo(2);
    }

    private String release(String base, String unit, String count) throws Exception {
        return statistician.form(
                base, base + "/release", "unit", unit, "release-count", count, "release-reason", "Many have moved");
    }

    private void importLists() throws Exception {
        String list = Files.readString(SAMPLE_DATA.resolve("generated/cadres.csv"));
        String first = list.lines().skip(1).findFirst().orElseThrow();
        assertThat(importList(list + first + "\n")).containsOnlyOnce("stands in row 2 already; each member");
        assertThat(importList(
                        "member,stratum,unit\n张三,a,v001\n44162319800101123X,a,v001\n13800138000,a,v001\nc4,a,v999\n"
                                + "c5,a,\n,a,v001"))
                .contains("row 2, column member: this is no number")
                .contains("row 3, column member: this is no number")
                .contains("row 4, column member: this is no number")
                .contains("the frame has no unit “v999”")
                .contains("row 6, column town: nothing is given; the member needs")
                .contains("row 7, column member: nothing is given")
                .doesNotContain("44162319800101123X");
        assertThat(importList("member,stratum")).contains("no rows");
        assertThat(importList("member,stratum\nc1,a", "group", "farmers")).contains("There is no group ‘farmers’");
        assertThat(statistician.count("list_frame")).isZero();
        assertThat(statistician.count("list_member")).isZero();
        assertThat(importList(list)).contains("5,050 members imported");
        assertThat(statistician.count("list_member where in_areas and unit_code <> ''"))
                .isEqualTo(CADRES);
    }

    private String importList(String csv, String... group) throws Exception {
        return statistician
                .caller()
                .upload(
                        "/sampling/2025/frame",
                        "/sampling/2025/lists",
                        "file",
                        "cadres.csv",
                        csv.getBytes(StandardCharsets.UTF_8),
                        "group",
                        group.length == 0 ? "cadres" : group[1],
                        "source",
                        "Personnel office (synthetic)",
                        "as-of",
                        "2025-01-01")
                .body();
    }

    private void drawAndAccept() throws Exception {
        String page = statistician.get("/sampling/2025/draw");
        assertThat(page).contains("government").contains("institution");
        assertThat(sampling.draw(page, "members-0", "9999", "members-1", "100"))
                .containsOnlyOnce("9999 members are to be drawn, but the stratum has");
        assertThat(sampling.draw(page, "members-0", "50", "members-1", "0")).contains("got 0; expected 1 or more");
        assertThat(sampling.draw(page, "members-0", "many")).contains("got ‘many’, expected a whole number");
        assertThat(statistician.count("sample_draw")).isZero();

        String drawn =
                sampling.draw(page, "seed", "20250613", "reserve-units", "2", "members-0", "120", "members-1", "180");
        assertThat(drawn).contains("the same came out").contains("From lists");
        long id = jdbc.sql("select id from sample_draw").query(Long.class).single();
        String base = "/sampling/2025/draws/" + id;
        assertThat(statistician.get(base + "/files/plan.yaml"))
                .contains("list: cadres")
                .contains("members: 120");
        assertThat(statistician.get(base + "/files/members.csv").lines()).hasSize(305);
        assertThat(statistician.get(base + "/listing")).contains("cadres-300");

        // A corrected list comes too late for a draw that was made.
        importList("member,stratum,unit\nc1,a,v001");
        assertThat(sampling.accept(base)).contains("This draw is the wave’s sample");
        assertThat(statistician.count("sampled_psu where list = 'cadres' and frames = 2 and invited = 1"))
                .isEqualTo(300);
        assertThat(statistician.count("survey_case where code like 'cadres-%' and assigned_to is not null"))
                .isEqualTo(300);
        assertThat(jdbc.sql("select sum(1 / inclusion_probability) from sampled_psu where list is not null")
                        .query(Double.class)
                        .single())
                .isCloseTo(CADRES, within(1e-6));
        assertThat(jdbc.sql("select sum(target) from quota")
                        .query(Integer.class)
                        .single())
                .isEqualTo(statistician.count("survey_case"));
        String listed = jdbc.sql("select address from survey_case where code = 'cadres-001'")
                .query(String.class)
                .single();
        assertThat(listed).contains("List ‘cadres’, member p");
    }

    private void weigh() throws Exception {
        assertThat(weights.importMargins(margins())).contains("Imported as version 1");
        String page = statistician.getOnce("/weights/2025", shown -> shown.contains("name=\"calibration\""));
        assertThat(page).contains("Persons on several lists").contains("192,705");
        assertThat(plan()).contains("would count twice");
        assertThat(plan("multiplicity", "frames", "compose", "effective")).contains("taken down twice");
        assertThat(plan("compose", "fixed", "list-share", "2")).contains("Share of the list");
        assertThat(statistician.count("weighting_plan")).isZero();
        assertThat(plan("multiplicity", "frames")).contains("plan 1").contains("Persons on several lists");
        assertThat(plan("compose", "effective")).contains("plan 2").contains("of the overlap");
        String shown = plan("compose", "fixed", "list-share", "0.8");
        assertThat(shown).contains("plan 3").contains("80.0%");
        for (int number = 0; number <= 3; number++) {
            check(number);
        }
        statistician.form("/weights/2025?plan=3", "/weights/2025/plans/3/accept");
        assertThat(statistician.get("/weights/2025")).contains("weighted by plan 3");
    }

    private String plan(String... frames) throws Exception {
        String[] plan = {
            "nonresponse", "classes", "nonresponse-cells", "frame", "unknown", "true", "unknown-cells", "frame",
            "calibration", "rake", "margin-version", "1", "margins", "sex:age_band", "margins", "town"
        };
        String[] all = Stream.concat(Arrays.stream(plan), Arrays.stream(frames)).toArray(String[]::new);
        return statistician.form("/weights/2025", "/weights/2025/plans", all);
    }

    /** What {@code ./suzhi analyse} makes of the files of a plan: everybody counts once, and rates are near the truth. */
    private void check(int number) throws Exception {
        String asked = "?plan=" + number;
        Extract rows = CsvReader.read(
                "rows.csv",
                statistician.get("/weights/2025/extract.csv" + asked).getBytes(StandardCharsets.UTF_8));
        CategoryColumn frame = (CategoryColumn) rows.column("frame");
        CategoryColumn status = (CategoryColumn) rows.column("status");
        NumericColumn frames = (NumericColumn) rows.column("frames");
        NumericColumn cadre = (NumericColumn) rows.column("cadres");
        int listed = 0;
        for (int i = 0; i < rows.rows(); i++) {
            if (frame.text(i).equals("cadres")) {
                listed++;
                assertThat(frames.value(i)).isEqualTo(2);
                assertThat(((CategoryColumn) rows.column("stratum")).text(i)).startsWith("cadres/");
                assertThat(((CategoryColumn) rows.column("psu")).text(i)).startsWith("cadres-");
            } else if (status.text(i).equals("R")) {
                assertThat(frames.value(i)).isEqualTo(1 + cadre.value(i));
            }
        }
        assertThat(listed).isGreaterThan(100);
        String yaml = statistician.get("/weights/2025/specification.yaml" + asked);
        AnalysisResult result = Analysis.run(
                Specification.parse(yaml
                        + "- {id: cadres, statistic: proportion, variable: literate, level: 1, subset: cadres == 1}\n"),
                rows);
        Map<?, ?> last = result.weighting().get(result.weighting().size() - 1);
        assertThat(((Number) last.get("sum")).doubleValue()).isCloseTo(EVERYBODY, within(1e-3));
        var rate = result.estimate("rate").row();
        assertThat(Math.abs(rate.estimate() - truth("all", ""))).isLessThan(3 * rate.se());
        var cadres = result.estimate("cadres").row();
        assertThat(Math.abs(cadres.estimate() - truth("group", "cadres"))).isLessThan(3 * cadres.se());
        System.out.printf(
                "plan %d: rate %.4f (SE %.4f), cadres %.4f (SE %.4f), n %d, listed %d%n",
                number, rate.estimate(), rate.se(), cadres.estimate(), cadres.se(), rows.rows(), listed);
    }

    private static double truth(String dimension, String level) throws IOException {
        try (var lines = Files.lines(SAMPLE_DATA.resolve("generated/truth.csv"))) {
            return lines.map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals("2025") && cells[1].equals(dimension) && cells[2].equals(level))
                    .mapToDouble(cells -> Double.parseDouble(cells[7]))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
