package org.suzhi.web.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suzhi.analysis.command.AnalyseCommand;
import org.suzhi.analysis.expression.Expression;
import org.suzhi.microdata.NumericColumn;
import org.suzhi.questionnaire.ScoringKey.Score;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scored items refused, left open and not reached in the wave of 2024. */
class MissingAnswersIT extends ServerFixture {
    /** No response of the demonstration has been revised so often. */
    private static final int REVISION = 90;

    private static final List<String> LAST = List.of("A03", "A04", "A05");

    @TempDir
    private Path folder;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private Questionnaires questionnaires;

    @Autowired
    private Extracts extracts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private Caller statistician;
    private PublishedQuestionnaire form;

    private record Stored(long id, int revision, String answers) {}

    @BeforeEach
    void answersAreTakenOut() throws Exception {
        accounts.save(new NewUser("missing-statistician", "统计员", PASSWORD, Role.STATISTICIAN));
        statistician = Caller.signedIn(address(""), "missing-statistician", PASSWORD);
        form = questionnaires.get(fieldwork.wave(wave(2024)).orElseThrow().questionnaireVersionId());
        if (!revise(REVISION)) {
            List<Stored> all = jdbc.sql("""
                            select r.id, r.revision, v.answers::text
                            from response r join response_revision v on v.response_id = r.id and v.revision = r.revision
                            where r.wave_id = ? and r.status = 'APPROVED' and v.score is not null
                            order by r.id""")
                    .param(wave(2024))
                    .query((row, i) -> new Stored(row.getLong(1), row.getInt(2), row.getString(3)))
                    .list();
            for (int i = 0; i < all.size(); i++) {
                Map<String, Object> answers = new HashMap<>(answers(all.get(i)));
                boolean changed = false;
                if (i % 10 == 0) {
                    answers.remove("K01");
                    answers.remove("K02");
                    changed = true;
                }
                if (i % 15 == 0) {
                    answers.put("K03", "refused");
                    changed = true;
                }
                if (i % 25 == 0) {
                    answers.keySet().removeAll(LAST);
                    changed = true;
                }
                if (changed) {
                    add(all.get(i).id(), answers);
                }
            }
            assertThat(revise(REVISION)).isTrue();
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> answers(Stored stored) {
        return json.readValue(stored.answers(), Map.class);
    }

    private void add(long id, Map<String, Object> answers) {
        Score score = form.scoring().score(name -> answers.get(name) == null ? "" : String.valueOf(answers.get(name)));
        jdbc.sql("""
                        insert into response_revision
                          (response_id, revision, instance_id, xml, sha256, answers, groups, score, dimensions, created_by)
                        select response_id, :revision, 'uuid:missing-' || response_id, xml, sha256, :answers::jsonb, groups,
                               :score, :dimensions::jsonb, created_by
                        from response_revision where response_id = :id and revision = 1""")
                .param("revision", REVISION)
                .param("answers", json.writeValueAsString(answers))
                .param("score", score.total())
                .param("dimensions", json.writeValueAsString(score.byDimension()))
                .param("id", id)
                .update();
    }

    /** Makes a revision the one in force where a response has it. */
    private boolean revise(int revision) {
        return jdbc.sql("""
                        update response r set revision = :revision
                        where r.wave_id = :wave and exists (select from response_revision v
                          where v.response_id = r.id and v.revision = :missing)""")
                        .param("revision", revision)
                        .param("missing", REVISION)
                        .param("wave", wave(2024))
                        .update()
                > 0;
    }

    @AfterEach
    void theAnswersArePutBack() {
        revise(1);
    }

    private String page(String path) throws Exception {
        return WorkbenchIT.page(statistician, path);
    }

    @Test
    void itemsAreToldOneByOneWithTheirReasons() throws Exception {
        WaveExtract rows = extracts.respondents(wave(2024));
        int n = rows.table().rows();
        NumericColumn unanswered = (NumericColumn) rows.table().column("unanswered");
        int incomplete = 0;
        for (int i = 0; i < n; i++) {
            incomplete += unanswered.value(i) > 0 ? 1 : 0;
        }
        assertThat(incomplete).isEqualTo(rows.incomplete()).isBetween(n / 10, n / 5);
        String page = page("/workbench/2024/missing");
        JsonNode result = json.readTree(
                statistician.get("/workbench/2024/missing/result.json").body());
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (JsonNode row : result.path("itemNonresponse").path("items").path("rows")) {
            counts.computeIfAbsent(row.path("item").asString(), i -> new HashMap<>())
                    .put(row.path("outcome").asString(), row.path("count").asInt());
        }
        assertThat(counts).hasSize(36);
        assertThat(counts.get("K01").get("not-answered")).isPositive().isEqualTo(missing(rows, "K01"));
        assertThat(counts.get("K01").get("refused")).isZero();
        assertThat(counts.get("K03").get("refused")).isPositive();
        assertThat(counts.get("A05").get("not-reached")).isPositive().isEqualTo(missing(rows, "A05"));
        assertThat(counts.get("A05").get("not-answered")).isZero();
        assertThat(counts.get("K04").get("answered")).isEqualTo(n);
        assertThat(page)
                .contains(
                        "<svg",
                        "Refused",
                        "Not reached",
                        "(" + counts.get("K03").get("refused") + ")")
                .contains(Decimals.format("#,##0", incomplete) + " responses have scored items refused or left open");
    }

    private static int missing(WaveExtract rows, String column) {
        int missing = 0;
        for (int i = 0; i < rows.table().rows(); i++) {
            missing += rows.table().column(column).isMissing(i) ? 1 : 0;
        }
        return missing;
    }

    @Test
    void theScoreIsThatOfTheServerWhereEverythingIsAnswered() {
        WaveExtract rows = extracts.respondents(wave(2024));
        double[] points =
                Expression.parse(Scored.points(form.scoring().items())).values(rows.table());
        NumericColumn score = (NumericColumn) rows.table().column("score");
        NumericColumn unanswered = (NumericColumn) rows.table().column("unanswered");
        for (int i = 0; i < points.length; i++) {
            if (unanswered.value(i) == 0) {
                assertThat(points[i]).isEqualTo(score.value(i));
            }
        }
    }

    @Test
    void completeCasesAreThoseWhoAnsweredEverything() throws Exception {
        WaveExtract rows = extracts.respondents(wave(2024));
        JsonNode whole =
                whole(result("/workbench/2024/table?rows=sex&missing=COMPLETE").path("estimates"));
        assertThat(whole.path("n").asInt()).isEqualTo(rows.table().rows() - rows.incomplete());
        assertThat(page("/workbench/2024/table?rows=sex&missing=COMPLETE"))
                .contains("complete responses", "do not count here");
        assertThat(page("/workbench/2024/table?rows=sex")).contains("which earn nothing here");
        assertThat(whole(result("/workbench/2024/table?rows=sex").path("estimates"))
                        .path("n")
                        .asInt())
                .isEqualTo(rows.table().rows());
    }

    private JsonNode result(String question) throws Exception {
        page(question);
        return json.readTree(
                statistician.get(question.replace("?", "/result.json?")).body());
    }

    private static JsonNode whole(JsonNode estimates) {
        return estimates.path("whole").path("rows").path(0);
    }

    @Test
    void imputedRatesLieAboveThoseThatGiveNothingForAGap() throws Exception {
        double collected = whole(result("/workbench/2024/table?rows=sex").path("estimates"))
                .path("estimate")
                .asDouble();
        for (String way : new String[] {"PMM", "HOTDECK"}) {
            String question = "/workbench/2024/table?rows=sex&missing=" + way + "&sets=5&seed=7";
            String page = page(question);
            assertThat(page).contains("combine 5 completed tables", "seed 7", "Complete cases only", "<svg");
            Path data = write("rows.csv", rows(page));
            Path specification = write("specification.yaml", question.replace("?", "/specification.yaml?"));
            Path result = write("result.json", question.replace("?", "/result.json?"));
            Path again = folder.resolve("again.json");
            int exit = new CommandLine(new AnalyseCommand())
                    .execute(specification.toString(), "--data", data.toString(), "--out", again.toString());
            assertThat(exit).isZero();
            assertThat(again).hasSameBinaryContentAs(result);
            JsonNode whole = whole(
                    json.readTree(Files.readString(result)).path("imputed").path("estimates"));
            assertThat(whole.path("estimate").asDouble()).isBetween(collected + 1e-6, collected + 0.03);
            assertThat(whole.path("varianceBetween").asDouble()).isPositive();
            assertThat(result).content(StandardCharsets.UTF_8).doesNotContain("\"error\"");
        }
    }

    private static String rows(String page) {
        Matcher rows = WorkbenchIT.ROWS.matcher(page);
        assertThat(rows.find()).isTrue();
        return rows.group();
    }

    private Path write(String name, String path) throws Exception {
        return Files.writeString(folder.resolve(name), statistician.get(path).body(), StandardCharsets.UTF_8);
    }

    @Test
    void anyVariableIsImputedWhereItHasGaps() throws Exception {
        JsonNode imputed = result("/workbench/2024/table?measure=K03%3DA&rows=sex&missing=HOTDECK&sets=5")
                .path("imputed");
        assertThat(whole(imputed.path("estimates")).path("estimate").asDouble()).isBetween(0.2, 1.0);
        JsonNode knowledge = result("/workbench/2024/table?measure=knowledge&rows=sex&missing=HOTDECK&sets=5");
        assertThat(whole(knowledge.path("imputed").path("estimates"))
                        .path("estimate")
                        .asDouble())
                .isGreaterThan(whole(result("/workbench/2024/table?measure=knowledge&rows=sex")
                                .path("estimates"))
                        .path("estimate")
                        .asDouble());
    }

    @Test
    void whatIsMissingIsSavedForTheDeskOnly() throws Exception {
        String run = saved("/workbench/2024/missing");
        assertThat(statistician.get(run).body())
                .contains("Item by item", "<svg")
                .doesNotContain(run + "/propose");
        assertThat(statistician
                        .form("/workbench/2024/missing", run + "/propose")
                        .body())
                .contains("for the desk only");
    }

    @Test
    void anImputedTableIsSavedAndProposed() throws Exception {
        String run = saved("/workbench/2024/table?rows=sex&missing=HOTDECK&sets=5");
        assertThat(statistician.get(run).body()).contains("combine 5 completed tables", "<svg");
        HttpResponse<String> draft = statistician.form(run, run + "/propose");
        assertThat(draft.uri().getPath()).startsWith("/publications/");
        assertThat(draft.body()).contains("combine 5 completed tables", "Complete cases only");
    }

    private String saved(String question) throws Exception {
        page(question);
        HttpResponse<String> run = statistician.form(question, question, "run-title", "Missing answers");
        assertThat(run.uri().getPath()).startsWith("/workbench/runs/");
        return run.uri().getPath();
    }

    @Test
    void whereNothingIsMissingNothingIsImputed() throws Exception {
        assertThat(result("/workbench/2025/table?rows=sex&missing=PMM").has("imputed"))
                .isFalse();
        assertThat(page("/workbench/2024/table?missing=guess")).contains("has no entry ‘guess’");
        assertThat(page("/workbench/2024/table?missing=PMM&sets=1")).contains("Sets of imputation");
    }
}
