package org.suzhi.web.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
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

class RespondentLinkIT extends ServerFixture {
    @Autowired
    private Accounts accounts;

    @Autowired
    private Cases cases;

    @Autowired
    private Links links;

    @Autowired
    private Clock clock;

    private long wave;
    private long admin;
    private Caller respondent;

    @BeforeEach
    void aRespondent() {
        wave = wave(2025);
        admin = accounts.save(new NewUser("admin-of-links", "管理员", PASSWORD, Role.ADMIN));
        respondent = Caller.nobody(address(""));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private long newCase() {
        String code = "link-" + UUID.randomUUID().toString().substring(0, 8);
        cases.add(wave, List.of(new NewCase(code, "v001", "t01", new SurveyCase.Contact("", "合成乙", ""))));
        return cases.claim(wave, code, null).orElseThrow().id();
    }

    private String link(long caseId, LocalDate until) {
        return "/api/v1/respond/" + links.issue(admin, caseId, until);
    }

    @Test
    void oneLinkTakesOneResponseAndItsRepeat() throws Exception {
        long caseId = newCase();
        String link = link(caseId, today().plusDays(7));
        assertThat(respondent.get(link).body())
                .contains("\"state\":\"open\"", "\"formId\":\"literacy\"", "\"formUrl\":\"" + link + "/form\"");
        assertThat(respondent.get(link + "/form").body()).contains("<h:html");
        String xml = Responses2025.fresh();
        assertThat(respondent.submit(link + "/submission", xml).statusCode()).isEqualTo(201);
        assertThat(respondent.submit(link + "/submission", xml).statusCode()).isEqualTo(201);
        assertThat(respondent.get(link).body()).contains("\"state\":\"used\"");
        HttpResponse<String> second = respondent.submit(link + "/submission", Responses2025.fresh());
        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(second.body()).contains("\"code\":\"link-not-open\"", "has been received");
        assertThat(respondent.get(link + "/form").statusCode()).isEqualTo(403);
        assertThat(cases.find(admin, caseId).orElseThrow().status()).isEqualTo(CaseStatus.DONE);
        assertThat(links.of(caseId).get(0).usedAt()).isNotNull();
    }

    @Test
    void aLinkAfterItsLastDayOrReplacedLetsNobodyIn() throws Exception {
        long caseId = newCase();
        String old = link(caseId, today().minusDays(1));
        assertThat(respondent.get(old).body()).contains("\"state\":\"expired\"");
        HttpResponse<String> answer = respondent.submit(old + "/submission", Responses2025.fresh());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("link-not-open");
        String replaced = link(caseId, today().plusDays(1));
        String fresh = link(caseId, today().plusDays(1));
        assertThat(respondent.get(replaced).body()).contains("\"state\":\"expired\"");
        assertThat(respondent.get(fresh).body()).contains("\"state\":\"open\"");
    }

    @Test
    void anAddressThatGuessesLinksIsBarred() throws Exception {
        Caller guesser = Caller.nobodyAt(address(""), "198.51.100.7");
        assertThat(guesser.get("/api/v1/respond/AAAAAAAAAAAAAAAAAAAAAA").body()).contains("\"state\":\"unknown\"");
        assertThat(guesser.get("/api/v1/respond/AAAAAAAAAAAAAAAAAAAAAA/form").statusCode())
                .isEqualTo(404);
        int last = 200;
        for (int i = 0; i < 25; i++) {
            last = guesser.get("/api/v1/respond/guess" + i).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }
}
