package org.suzhi.web.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;

class CasesIT extends ServerFixture {
    private static final String OTHER = "surveyor-of-cases";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private Cases cases;

    private long wave;
    private long admin;
    private Caller surveyor;

    @BeforeEach
    void aWaveAndItsPeople() {
        wave = wave(2025);
        admin = accounts.save(new NewUser("admin-of-cases", "管理员", PASSWORD, Role.ADMIN));
        surveyor = Caller.basic(address(""), OTHER, PASSWORD);
    }

    /** A new case, assigned to the surveyor of this test. */
    private String assigned() {
        String code = unassigned();
        long surveyorId = accounts.save(new NewUser(OTHER, "调查员乙", PASSWORD, Role.SURVEYOR));
        assertThat(cases.assign(admin, List.of(id(code)), surveyorId)).hasSize(1);
        return code;
    }

    private String unassigned() {
        accounts.save(new NewUser(OTHER, "调查员乙", PASSWORD, Role.SURVEYOR));
        String code = "case-" + UUID.randomUUID().toString().substring(0, 8);
        cases.add(wave, List.of(new NewCase(code, "v001", "t01", new SurveyCase.Contact("合成路 1 号", "合成甲", "000"))));
        return code;
    }

    private long id(String code) {
        return cases.claim(wave, code, null).orElseThrow().id();
    }

    private static String attempt(UUID id, String outcome) {
        return "{\"id\":\"" + id + "\",\"at\":\"2025-06-20T10:00:00+08:00\",\"outcome\":\"" + outcome
                + "\",\"note\":\"\"}";
    }

    @Test
    void aSurveyorSeesTheCasesAssignedAndNoOthers() throws Exception {
        String mine = assigned();
        String other = unassigned();
        HttpResponse<String> answer = surveyor.get("/api/v1/collect/cases");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"code\":\"" + mine + "\"", "\"year\":2025", "\"contactName\":\"合成甲\"", "\"status\":\"OPEN\"")
                .doesNotContain(other);
    }

    @Test
    void theResponseOfACaseEndsItAndItsRepeatIsHarmless() throws Exception {
        String code = assigned();
        String xml = Responses2025.fresh();
        assertThat(surveyor.submit("/openrosa/submission?case=" + code, xml).statusCode())
                .isEqualTo(201);
        assertThat(cases.find(admin, id(code)).orElseThrow().status()).isEqualTo(CaseStatus.DONE);
        assertThat(cases.find(admin, id(code)).orElseThrow().disposition()).isEqualTo("1.1");
        assertThat(surveyor.submit("/openrosa/submission?case=" + code, xml).statusCode())
                .isEqualTo(201);
        HttpResponse<String> second = surveyor.submit("/openrosa/submission?case=" + code, Responses2025.fresh());
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("\"code\":\"case-answered\"");
    }

    @Test
    void aResponseToAnothersCaseIsRefused() throws Exception {
        HttpResponse<String> answer =
                surveyor.submit("/openrosa/submission?case=" + unassigned(), Responses2025.fresh());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"case-not-yours\"");
    }

    @Test
    void aResponseToNoCaseOfTheWaveIsRefused() throws Exception {
        assigned();
        HttpResponse<String> answer = surveyor.submit("/openrosa/submission?case=nowhere-1", Responses2025.fresh());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"unknown-case\"", "nowhere-1");
    }

    @Test
    void aResponseToAClosedCaseIsRefused() throws Exception {
        String code = assigned();
        assertThat(cases.end(id(code), Outcome.RESPONDENT_REFUSAL)).isTrue();
        HttpResponse<String> answer = surveyor.submit("/openrosa/submission?case=" + code, Responses2025.fresh());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"code\":\"case-closed\"");
    }

    @Test
    void aVisitIsCreatedOnceHoweverOftenItIsTold() throws Exception {
        String code = assigned();
        UUID id = UUID.randomUUID();
        String path = "/api/v1/collect/cases/" + code + "/attempts";
        assertThat(surveyor.postJson(path, attempt(id, "2.24")).statusCode()).isEqualTo(201);
        assertThat(surveyor.postJson(path, attempt(id, "2.24")).statusCode()).isEqualTo(200);
        assertThat(surveyor.get("/api/v1/collect/cases").body()).contains("\"attempts\":1,\"lastOutcome\":\"2.24\"");
    }

    @Test
    void aVisitToldWrongIsRefusedWithItsReason() throws Exception {
        String code = assigned();
        String path = "/api/v1/collect/cases/" + code + "/attempts";
        assertThat(surveyor.postJson(path, attempt(UUID.randomUUID(), "1.1")).body())
                .contains("\"code\":\"unknown-outcome\"");
        assertThat(surveyor.postJson(path, attempt(UUID.randomUUID(), "2.24").replace("2025-", "2125-"))
                        .body())
                .contains("\"code\":\"attempt-refused\"");
        assertThat(surveyor.postJson(path, "{\"id\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(surveyor.postJson(path, "{").statusCode()).isEqualTo(400);
        assertThat(surveyor.postJson(
                                "/api/v1/collect/cases/" + unassigned() + "/attempts",
                                attempt(UUID.randomUUID(), "2.24"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void outcomesAreNamedInTheReadersLanguage() throws Exception {
        assigned();
        assertThat(surveyor.get("/api/v1/collect/outcomes").body())
                .contains("{\"code\":\"2.24\",\"name\":\"No one at home\"}")
                .doesNotContain("\"1.1\"");
    }

    @Test
    void afterTheLabelsLastDayNothingIsTaken() throws Exception {
        Wave before = fieldwork.wave(wave).orElseThrow();
        assigned();
        try {
            fieldwork.setTerms(
                    wave,
                    new WaveTerms(
                            before.opensOn(),
                            before.closesOn(),
                            new StatutoryLabels("KP-1", "县统计局", "1 号", LocalDate.of(2025, 1, 1)),
                            before.plannedMargin()));
            // What is known of a wave is kept for five seconds.
            Thread.sleep(5_500);
            HttpResponse<String> answer = surveyor.submit("/openrosa/submission", Responses2025.fresh());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"code\":\"label-expired\"", "2025-01-01");
            assertThat(surveyor.get("/api/v1/collect/waves").body())
                    .contains("\"formNumber\":\"KP-1\"", "\"validUntil\":\"2025-01-01\"", "\"open\":false");
        } finally {
            fieldwork.setTerms(
                    wave, new WaveTerms(before.opensOn(), before.closesOn(), before.labels(), before.plannedMargin()));
            Thread.sleep(5_500);
        }
    }
}
