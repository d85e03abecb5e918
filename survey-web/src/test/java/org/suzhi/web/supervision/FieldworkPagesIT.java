package org.suzhi.web.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Quotas;
import org.suzhi.web.fieldwork.Responses2025;
import org.suzhi.web.fieldwork.SurveyCase;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.Publications;

class FieldworkPagesIT extends ServerFixture {
    private static final Pattern LINK = Pattern.compile("/r/([A-Za-z0-9_-]{22})<");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private Cases cases;

    @Autowired
    private Quotas quotas;

    @Autowired
    private Publications publications;

    private long wave;
    private long adminId;
    private Caller admin;

    @BeforeEach
    void anAdministrator() throws Exception {
        wave = wave(2025);
        adminId = accounts.save(new NewUser("admin-of-pages", "管理员", PASSWORD, Role.ADMIN));
        admin = Caller.signedIn(address(""), "admin-of-pages", PASSWORD);
    }

    private HttpResponse<String> importCases(String csv) throws Exception {
        return admin.upload(
                "/fieldwork/cases",
                "/fieldwork/cases/import",
                "file",
                "cases.csv",
                csv.getBytes(StandardCharsets.UTF_8),
                "year",
                "2025");
    }

    private static String fresh() {
        return "page-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String psu() {
        return fieldwork.psuTowns(wave).keySet().iterator().next();
    }

    @Test
    void aFileOfCasesIsTakenWholeOrNotAtAll() throws Exception {
        String code = fresh();
        int before = cases.codes(wave).size();
        String bad = importCases("code,psu\n" + code + "," + psu() + "\nbad code," + psu() + "\nx-1,nowhere\n")
                .body();
        assertThat(bad).contains("Row 3: code ‘bad code’ cannot be used", "Row 4: psu ‘nowhere’ is not in the sample");
        assertThat(cases.codes(wave)).hasSize(before).doesNotContain(code);
        accounts.save(new NewUser(SURVEYOR, "调查员", PASSWORD, Role.SURVEYOR));
        assertThat(importCases("code,psu,surveyor\n" + code + "," + psu() + "," + SURVEYOR + "\n")
                        .body())
                .contains("1 cases added");
        assertThat(cases.codes(wave)).hasSize(before + 1).contains(code);
        assertThat(find(code).assignedTo()).isEqualTo(accounts.id(SURVEYOR).orElseThrow());
    }

    private SurveyCase find(String code) {
        return cases.find(adminId, cases.claim(wave, code, null).orElseThrow().id())
                .orElseThrow();
    }

    @Test
    void aCaseIsHandedOutEndedAndOpenedAgain() throws Exception {
        String code = fresh();
        importCases("code,psu\n" + code + "," + psu() + "\n");
        String page = "/fieldwork/cases/" + find(code).id();
        long surveyor = accounts.id(SURVEYOR).orElseThrow();
        admin.form(page, page + "/assign", "assignee", String.valueOf(surveyor));
        assertThat(find(code).assignedTo()).isEqualTo(surveyor);
        admin.form(page, page + "/attempts", "outcome", "2.24", "note", "dog");
        assertThat(find(code).lastOutcome()).isEqualTo("2.24");
        assertThat(admin.form(page, page + "/end", "outcome", "1.1").body()).contains("No outcome is chosen");
        admin.form(page, page + "/end", "outcome", "2.112");
        assertThat(find(code).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(find(code).disposition()).isEqualTo("2.112");
        admin.form(page, page + "/reopen");
        assertThat(find(code).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void aPrintedLinkLetsItsRespondentAnswerOnce() throws Exception {
        String code = fresh();
        importCases("code,psu\n" + code + "," + psu() + "\n");
        String sheet = admin.form(
                        "/fieldwork/cases",
                        "/fieldwork/links",
                        "year",
                        "2025",
                        "ids",
                        String.valueOf(find(code).id()),
                        "validUntil",
                        "2099-12-31")
                .body();
        Matcher link = LINK.matcher(sheet);
        assertThat(link.find()).isTrue();
        assertThat(sheet).contains(code, "<path d=\"M");
        String respond = "/api/v1/respond/" + link.group(1);
        assertThat(Caller.nobody(address(""))
                        .submit(respond + "/submission", Responses2025.fresh())
                        .statusCode())
                .isEqualTo(201);
        assertThat(admin.get("/fieldwork/cases/" + find(code).id()).body()).contains("By link", "Used");
    }

    @Test
    void theProgressPageShowsThePublishedRateAndItsMargin() throws Exception {
        String body = admin.get("/fieldwork?year=2025").body();
        Figure rate = publications.live().orElseThrow().waves().stream()
                .filter(w -> w.year() == 2025)
                .findFirst()
                .orElseThrow()
                .overall();
        assertThat(body)
                .contains(
                        Decimals.percent(rate.estimate()),
                        "± " + Decimals.format("0.00", 50 * (rate.upper() - rate.lower())),
                        "/webjars/htmx.org/2.0.4/dist/htmx.min.js");
        assertThat(admin.get("/webjars/htmx.org/2.0.4/dist/htmx.min.js").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theTargetsAreAtFirstThePersonsInvitedAndCanBeSet() throws Exception {
        int invited = quotas.of(wave).stream().mapToInt(Quotas.Quota::target).sum();
        assertThat(invited).isEqualTo(3563);
        assertThat(admin.get("/fieldwork/quotas?year=2025").body()).contains("name=\"t01:\" value=\"839\"");
        try {
            assertThat(admin.form("/fieldwork/quotas", "/fieldwork/quotas", "year", "2025", "t01:", "many")
                            .body())
                    .contains("‘many’ is no count");
            assertThat(quotas.of(wave).stream().mapToInt(Quotas.Quota::target).sum())
                    .isEqualTo(3563);
            admin.form("/fieldwork/quotas", "/fieldwork/quotas", "year", "2025", "t01:", "500", "t01:farmers", "120");
            assertThat(quotas.of(wave))
                    .containsExactlyInAnyOrder(
                            new Quotas.Quota("t01", "", 500), new Quotas.Quota("t01", "farmers", 120));
        } finally {
            admin.form("/fieldwork/quotas", "/fieldwork/quotas/invited", "year", "2025");
        }
        assertThat(quotas.of(wave)).hasSize(13);
    }

    @Test
    void aWaveFilledInWrongIsToldAllOfIt() throws Exception {
        String page = "/fieldwork/waves/" + wave;
        String body = admin.form(
                        page,
                        page,
                        "opensOn",
                        "soon",
                        "closesOn",
                        "2025-01-01",
                        "plannedMargin",
                        "99",
                        "formNumber",
                        "x".repeat(101))
                .body();
        assertThat(body)
                .contains(
                        "‘soon’ is no date",
                        "got ‘99’, give a number from 0.1 to 20",
                        "is too long: at most 100 characters");
        assertThat(admin.form("/fieldwork/waves", "/fieldwork/waves", "year", "2025")
                        .body())
                .contains("The wave of 2025 exists");
    }

    @Test
    void aWaveIsShownAsItIsAndKeepsWhatIsSaved() throws Exception {
        String page = "/fieldwork/waves/" + wave;
        String body = admin.get(page).body();
        assertThat(body)
                .contains(
                        "name=\"opensOn\" type=\"date\" required value=\"2025-06-10\"",
                        "value=\"合成 K401 表\"",
                        "value=\"2099-12-31\"");
        String told = admin.form(
                        page,
                        page,
                        "opensOn",
                        "2025-06-10",
                        "plannedMargin",
                        "1.25",
                        "formNumber",
                        "合成 K401 表",
                        "issuingBody",
                        "合成县科学技术协会",
                        "approvalNumber",
                        "合成统制〔2025〕2 号",
                        "validUntil",
                        "2099-12-31")
                .body();
        assertThat(told).contains("has been saved", "合成统制〔2025〕2 号", "value=\"1.25\"");
        assertThat(fieldwork.wave(wave).orElseThrow().plannedMargin()).isEqualTo(0.0125);
    }

    @Test
    void anAccountIsMadeChangedAndItsTownsAreKept() throws Exception {
        String name = fresh();
        admin.form(
                "/users", "/users", "username", name, "displayName", "督导", "password", PASSWORD, "role", "SUPERVISOR");
        long id = accounts.id(name).orElseThrow();
        assertThat(admin.form(
                                "/users",
                                "/users",
                                "username",
                                name,
                                "displayName",
                                "x",
                                "password",
                                PASSWORD,
                                "role",
                                "ADMIN")
                        .body())
                .contains("is taken");
        admin.form("/users/" + id, "/users/" + id + "/towns", "towns", "t02", "towns", "nowhere");
        assertThat(accounts.towns(id)).isEqualTo(List.of("t02"));
        assertThat(admin.form("/users/" + id, "/users/" + id + "/password", "password", "short")
                        .body())
                .contains("at least 8 characters");
        admin.form("/users/" + id, "/users/" + id + "/active", "active", "false");
        assertThat(accounts.all())
                .filteredOn(a -> a.id() == id)
                .singleElement()
                .satisfies(a -> assertThat(a.active()).isFalse());
        assertThat(admin.form("/users/" + adminId, "/users/" + adminId + "/active", "active", "false")
                        .body())
                .contains("cannot change your own role or bar yourself");
    }
}
