package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suzhi.sample.DrawnCases;
import org.suzhi.sample.SampleCounty;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;

/** Steps of a county statistician from an empty database, over HTTP as a browser goes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class FromEmpty {
    protected static final Path SAMPLE_DATA = Path.of("../sample-data");
    protected static final int YEAR = 2025;
    private static final String PASSWORD = "correct horse";

    @LocalServerPort
    private int port;

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected JdbcClient jdbc;

    protected Caller statistician = Caller.nobody("");

    protected void signIn() throws Exception {
        accounts.save(new NewUser("stat", "统计员", PASSWORD, Role.STATISTICIAN));
        accounts.save(new NewUser("one", "调查员甲", PASSWORD, Role.SURVEYOR));
        accounts.save(new NewUser("two", "调查员乙", PASSWORD, Role.SURVEYOR));
        statistician = Caller.signedIn("http://localhost:" + port, "stat", PASSWORD);
    }

    /** The questionnaire that is published. */
    protected byte[] workbook() throws IOException {
        return Files.readAllBytes(SAMPLE_DATA.resolve("questionnaire/literacy.xlsx"));
    }

    protected void setUp() throws Exception {
        assertThat(get("/fieldwork/start")).contains("Set up the survey");
        upload(
                "/survey",
                "/survey",
                "file",
                "towns.csv",
                Files.readAllBytes(SAMPLE_DATA.resolve("domain/towns.csv")),
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
        HttpResponse<String> draft = statistician.upload("/forms", "/forms", "workbook", "literacy.xlsx", workbook());
        String path = draft.uri().getPath();
        long survey = jdbc.sql("select id from survey").query(Long.class).single();
        statistician.form(path, path + "/publish", "version", "2025", "survey", String.valueOf(survey));
        long form = jdbc.sql("select id from questionnaire_version")
                .query(Long.class)
                .single();
        String waves = statistician
                .form(
                        "/fieldwork/waves",
                        "/fieldwork/waves",
                        "year",
                        String.valueOf(YEAR),
                        "questionnaire",
                        String.valueOf(form),
                        "opensOn",
                        "2025-06-10",
                        "closesOn",
                        "2025-07-19",
                        "plannedMargin",
                        "1.5")
                .body();
        assertThat(waves).contains("2025-06-10");
        assertThat(get("/sampling/2025/draw")).contains("no frame yet");
    }

    protected String importFrame(String csv) throws Exception {
        return upload(
                "/sampling/2025/frame",
                "/sampling/2025/frame",
                "file",
                "frame.csv",
                csv.getBytes(StandardCharsets.UTF_8),
                "source",
                "Synthetic register",
                "as-of",
                "2025-01-01");
    }

    protected String outcomes(String csv) throws Exception {
        return upload(
                "/fieldwork/outcomes",
                "/fieldwork/outcomes",
                "file",
                "outcomes.csv",
                csv.getBytes(StandardCharsets.UTF_8),
                "year",
                String.valueOf(YEAR));
    }

    /** Draws with the form as the page has it, but for these fields. */
    protected String draw(String page, String... changes) throws Exception {
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
        return statistician
                .form("/sampling/2025/draw", "/sampling/2025/draw", fields.toArray(String[]::new))
                .body();
    }

    protected String accept(String base) throws Exception {
        List<String> fields = new ArrayList<>();
        long one = accounts.id("one").orElseThrow();
        long two = accounts.id("two").orElseThrow();
        for (int t = 1; t <= 13; t++) {
            fields.add("surveyor-t%02d".formatted(t));
            fields.add(String.valueOf(t % 2 == 0 ? two : one));
        }
        return statistician
                .form(base, base + "/accept", fields.toArray(String[]::new))
                .body();
    }

    protected String get(String path) throws Exception {
        HttpResponse<String> answer = statistician.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    protected String upload(String page, String path, String field, String name, byte[] content, String... fields)
            throws Exception {
        return statistician.upload(page, path, field, name, content, fields).body();
    }

    protected int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** What the county's people do when the accepted draw's cases are visited. */
    protected DrawnCases drawnCases() throws Exception {
        long draw =
                jdbc.sql("select draw_id from accepted_draw").query(Long.class).single();
        String csv = get("/sampling/2025/draws/" + draw + "/files/cases.csv");
        return DrawnCases.read(SampleCounty.of(SampleCounty.DEMONSTRATION_SEED), YEAR, new StringReader(csv));
    }

    /** Loads their interviews as files. */
    protected void load(DrawnCases cases) throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        int interviews = cases.writeInterviews("literacy", "2025", zip);
        load(zip.toByteArray(), interviews);
    }

    protected void load(byte[] zip, int interviews) throws Exception {
        String load = statistician
                .upload("/fieldwork/load", "/fieldwork/load/file", "file", "submissions.zip", zip)
                .uri()
                .getPath();
        for (int wait = 0; wait < 600 && !get(load).contains("Loaded."); wait++) {
            Thread.sleep(200);
        }
        assertThat(count("response")).isEqualTo(interviews);
        assertThat(count("response where case_id is null")).isZero();
    }
}
