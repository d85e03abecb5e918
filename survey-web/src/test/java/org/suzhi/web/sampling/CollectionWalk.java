package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suzhi.sample.DrawnCases;
import org.suzhi.sample.SampleCounty;

/** Interviews and visits of the synthetic county for the cases drawn, loaded as files; one village sends its file late. */
record CollectionWalk(Visitor statistician) {
    private static final int VILLAGE = 1;

    /** Everything but the interviews of the late village, by whose code they are found. */
    String loadAllButOneVillage() throws Exception {
        List<String> lines = lines();
        String late = village(lines.get(1));
        DrawnCases others = cases(lines, line -> !village(line).equals(late));
        load(others);
        loadOutcomes(cases());
        assertThat(statistician.get("/fieldwork/start")).contains("Record visits without interview");
        return late;
    }

    void loadTheLateVillage(String late) throws Exception {
        load(cases(lines(), line -> village(line).equals(late)));
        assertThat(statistician.count("survey_case where status = 'OPEN'")).isZero();
        assertThat(statistician.count("survey_case where disposition is null")).isZero();
    }

    /** What the county's people do when all cases of the accepted draw are visited. */
    DrawnCases cases() throws Exception {
        return cases(lines(), line -> true);
    }

    private List<String> lines() throws Exception {
        long draw = statistician.one("select draw_id from accepted_draw");
        return statistician
                .get("/sampling/2025/draws/" + draw + "/files/cases.csv")
                .lines()
                .toList();
    }

    private static String village(String line) {
        return line.split(",", -1)[VILLAGE];
    }

    private static DrawnCases cases(List<String> lines, Predicate<String> of) throws IOException {
        String csv = Stream.concat(
                        Stream.of(lines.get(0)), lines.stream().skip(1).filter(of))
                .collect(Collectors.joining("\n", "", "\n"));
        return DrawnCases.read(SampleCounty.of(SampleCounty.DEMONSTRATION_SEED), FromEmpty.YEAR, new StringReader(csv));
    }

    /** Loads the interviews of these cases. */
    void load(DrawnCases cases) throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        int interviews = cases.writeInterviews("literacy", "2025", zip);
        load(zip.toByteArray(), interviews);
    }

    /** Loads a file of so many interviews, each of which finds its case. */
    void load(byte[] zip, int interviews) throws Exception {
        int before = statistician.count("response");
        String load = statistician
                .caller()
                .upload("/fieldwork/load", "/fieldwork/load/file", "file", "submissions.zip", zip)
                .uri()
                .getPath();
        statistician.getOnce(load, page -> page.contains("Loaded."));
        assertThat(statistician.count("response")).isEqualTo(before + interviews);
        assertThat(statistician.count("response where case_id is null")).isZero();
    }

    private void loadOutcomes(DrawnCases cases) throws Exception {
        String visits = cases.visitsCsv();
        String wrong = visits.replaceFirst(",2\\.\\d+\n", ",9.99\n") + "nobody-001,2025-06-12 10:00,2.24\n";
        assertThat(outcomes(wrong))
                .containsOnlyOnce("got ‘9.99’")
                .containsOnlyOnce("‘nobody-001’ is not a case of this wave");
        assertThat(statistician.count("contact_attempt")).isZero();
        assertThat(outcomes(visits)).contains(cases.visits().size() + " visits added");
        assertThat(outcomes(visits)).contains(cases.visits().size() + " visits added");
        assertThat(statistician.count("contact_attempt"))
                .isEqualTo(cases.visits().size());
    }

    String outcomes(String csv) throws Exception {
        return statistician.upload(
                "/fieldwork/outcomes",
                "outcomes.csv",
                csv.getBytes(StandardCharsets.UTF_8),
                "year",
                String.valueOf(FromEmpty.YEAR));
    }
}
