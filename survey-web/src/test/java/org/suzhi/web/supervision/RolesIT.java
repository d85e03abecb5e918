package org.suzhi.web.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NewCase;
import org.suzhi.web.fieldwork.SurveyCase;

/** Walks every role over every address of the fieldwork: allowed or refused. */
class RolesIT extends ServerFixture {
    private static final Map<Role, Caller> CALLERS = new EnumMap<>(Role.class);

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private Cases cases;

    private long wave;
    private long admin;
    private long ownTown;
    private long otherTown;

    @BeforeEach
    void oneUserOfEachRole() throws Exception {
        wave = wave(2025);
        if (CALLERS.isEmpty()) {
            for (Role role : Role.values()) {
                String name = "role-" + role.name();
                long id = accounts.save(new NewUser(name, name, PASSWORD, role));
                if (role == Role.SUPERVISOR) {
                    accounts.setTowns(null, id, List.of("t01"));
                }
                CALLERS.put(role, Caller.signedIn(address(""), name, PASSWORD));
            }
        }
        admin = accounts.id("role-ADMIN").orElseThrow();
        ownTown = newCase("v001", "t01");
        otherTown = newCase("v150", "t13");
    }

    private long newCase(String psu, String town) {
        String code = "role-" + UUID.randomUUID().toString().substring(0, 8);
        cases.add(wave, List.of(new NewCase(code, psu, town, new SurveyCase.Contact("秘密路 9 号", "秘密甲", "999-9999"))));
        return cases.claim(wave, code, null).orElseThrow().id();
    }

    private String path(String template) {
        return template.replace("{own}", String.valueOf(ownTown))
                .replace("{other}", String.valueOf(otherTown))
                .replace("{wave}", String.valueOf(wave))
                .replace("{user}", String.valueOf(accounts.id("role-SURVEYOR").orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        // address, surveyor, supervisor, statistician, admin
        "/fieldwork, 403, 200, 200, 200",
        "/fieldwork/cases, 403, 200, 200, 200",
        "/fieldwork/cases/{own}, 403, 200, 200, 200",
        "/fieldwork/cases/{other}, 403, 404, 200, 200",
        "/fieldwork/outcomes, 403, 200, 200, 200",
        "/fieldwork/quotas, 403, 200, 200, 200",
        "/fieldwork/waves, 403, 403, 200, 200",
        "/fieldwork/waves/{wave}, 403, 403, 200, 200",
        "/fieldwork/start, 403, 200, 200, 200",
        "/survey, 403, 403, 200, 200",
        "/references, 403, 403, 200, 200",
        "/references/lines.csv, 403, 403, 200, 200",
        "/sampling/2025/frame, 403, 403, 200, 200",
        "/sampling/2025/plan, 403, 403, 200, 200",
        "/sampling/2025/draw, 403, 403, 200, 200",
        "/sampling/2025/draws/0, 403, 403, 404, 404",
        "/sampling/2025/draws/0/listing, 403, 403, 404, 404",
        "/sampling/2025/draws/0/files/sample.csv, 403, 403, 404, 404",
        "/weights, 403, 403, 200, 200",
        "/weights/2025/margins, 403, 403, 200, 200",
        "/workbench/2025/table, 403, 403, 200, 200",
        "/workbench/2025/comparison, 403, 403, 200, 200",
        "/workbench/2025/test, 403, 403, 200, 200",
        "/workbench/2025/model, 403, 403, 200, 200",
        "/workbench/2025/missing, 403, 403, 200, 200",
        "/workbench/runs, 403, 403, 200, 200",
        "/publications, 200, 200, 200, 200",
        "/contributions, 200, 200, 200, 200",
        "/division, 200, 200, 200, 200",
        "/division/units/science, 200, 200, 200, 200",
        "/division/data, 403, 403, 200, 200",
        "/reports, 403, 403, 200, 200",
        "/users, 403, 403, 403, 200",
        "/users/{user}, 403, 403, 403, 200",
        "/api/v1/collect/cases, 200, 200, 200, 200",
        "/api/v1/collect/outcomes, 200, 200, 200, 200",
    })
    void pagesAreForTheirRoles(String template, int surveyor, int supervisor, int statistician, int administrator)
            throws Exception {
        assertThat(CALLERS.get(Role.SURVEYOR).get(path(template)).statusCode()).isEqualTo(surveyor);
        assertThat(CALLERS.get(Role.SUPERVISOR).get(path(template)).statusCode())
                .isEqualTo(supervisor);
        assertThat(CALLERS.get(Role.STATISTICIAN).get(path(template)).statusCode())
                .isEqualTo(statistician);
        assertThat(CALLERS.get(Role.ADMIN).get(path(template)).statusCode()).isEqualTo(administrator);
    }

    @ParameterizedTest
    @CsvSource({
        // address, field, value, surveyor, supervisor, statistician, admin
        "/fieldwork/cases/assign, assignee, none, 403, 200, 403, 200",
        "/fieldwork/cases/{own}/assign, assignee, none, 403, 200, 403, 200",
        "/fieldwork/cases/{other}/assign, assignee, none, 403, 404, 403, 200",
        "/fieldwork/cases/{own}/attempts, outcome, 2.24, 403, 200, 403, 200",
        "/fieldwork/cases/{other}/attempts, outcome, 2.24, 403, 404, 403, 200",
        "/fieldwork/cases/{own}/end, outcome, 2.112, 403, 200, 403, 200",
        "/fieldwork/cases/{other}/end, outcome, 2.112, 403, 404, 403, 200",
        "/fieldwork/cases/{own}/reopen, x, x, 403, 200, 403, 200",
        "/fieldwork/links, validUntil, 2099-01-01, 403, 200, 403, 200",
        "/fieldwork/quotas/invited, year, 2025, 403, 403, 200, 200",
        "/fieldwork/waves, year, x, 403, 403, 200, 200",
        "/sampling/2025/plan, plan-rate, 13, 403, 403, 200, 200",
        "/sampling/2025/draw, seed, x, 403, 403, 200, 200",
        "/sampling/2025/draws/0/accept, x, x, 403, 403, 404, 404",
        "/sampling/2025/draws/0/release, x, x, 403, 403, 404, 404",
        "/fieldwork/waves/{wave}, opensOn, x, 403, 403, 200, 200",
        "/publications/headline, wave, 0, 403, 403, 404, 404",
        "/users, role, SURVEYOR, 403, 403, 403, 200",
        "/division/data, x, x, 403, 403, 200, 200",
        "/references/lines/remove, name, none, 403, 403, 200, 200",
        "/references/items/remove, place, none, 403, 403, 400, 400",
        "/division/targets/base_city, value, x, 403, 403, 200, 200",
        "/users/{user}/towns, towns, t01, 403, 403, 403, 200",
    })
    void deedsAreForTheirRoles(
            String template,
            String field,
            String value,
            int surveyor,
            int supervisor,
            int statistician,
            int administrator)
            throws Exception {
        assertThat(post(Role.SURVEYOR, template, field, value)).isEqualTo(surveyor);
        assertThat(post(Role.SUPERVISOR, template, field, value)).isEqualTo(supervisor);
        assertThat(post(Role.STATISTICIAN, template, field, value)).isEqualTo(statistician);
        assertThat(post(Role.ADMIN, template, field, value)).isEqualTo(administrator);
    }

    /** The token of any page with a form will do: the surveyor's is on the page that refuses. */
    private int post(Role role, String template, String field, String value) throws Exception {
        return CALLERS.get(role).form("/", path(template), field, value).statusCode();
    }

    @Test
    void nobodyIsSentToTheLoginPage() throws Exception {
        Caller nobody = Caller.nobody(address(""));
        for (String page : List.of("/fieldwork", "/fieldwork/cases", "/fieldwork/waves", "/users")) {
            assertThat(nobody.get(page).statusCode()).as(page).isEqualTo(302);
        }
        assertThat(nobody.get("/api/v1/collect/cases").statusCode()).isEqualTo(401);
    }

    @Test
    void aStatisticianSeesNoContactData() throws Exception {
        String list = "/fieldwork/cases?town=t01&psu=v001&status=OPEN&page=";
        String seen = "";
        String withheld = "";
        for (int page = 1; page <= 3; page++) {
            seen += CALLERS.get(Role.ADMIN).get(list + page).body();
            withheld += CALLERS.get(Role.STATISTICIAN).get(list + page).body();
        }
        withheld += CALLERS.get(Role.STATISTICIAN)
                .get(path("/fieldwork/cases/{own}"))
                .body();
        assertThat(seen).contains("秘密路 9 号", "秘密甲", "999-9999", ">Address<");
        assertThat(withheld).doesNotContain("秘密", "999-9999", ">Address<", "合成地址");
    }

    @Test
    void aSupervisorSeesOwnTownsAlone() throws Exception {
        String other = cases.find(admin, otherTown).orElseThrow().code();
        assertThat(CALLERS.get(Role.ADMIN)
                        .get("/fieldwork/cases?town=t13&psu=v150")
                        .body())
                .contains(other);
        assertThat(CALLERS.get(Role.SUPERVISOR)
                        .get("/fieldwork/cases?town=t13&psu=v150")
                        .body())
                .contains("0 found")
                .doesNotContain(other);
        String file = "code,psu\nx-" + UUID.randomUUID().toString().substring(0, 8) + ","
                + fieldwork.psuTowns(wave).entrySet().stream()
                        .filter(e -> e.getValue().equals("t13"))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        assertThat(CALLERS.get(Role.SUPERVISOR)
                        .upload(
                                "/fieldwork/cases",
                                "/fieldwork/cases/import",
                                "file",
                                "cases.csv",
                                file.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("lies in a town that is not yours");
    }

    @Test
    void anEndedAccountIsSignedOutAtOnce() throws Exception {
        long id = accounts.save(new NewUser("role-ended", "x", PASSWORD, Role.ADMIN));
        Caller ended = Caller.signedIn(address(""), "role-ended", PASSWORD);
        assertThat(ended.get("/users").body()).contains("role-ended");
        accounts.setActive(admin, id, false);
        assertThat(ended.get("/users").uri().getPath()).isEqualTo("/login");
        assertThat(Caller.basic(address(""), "role-ended", PASSWORD)
                        .get("/api/v1/collect/cases")
                        .statusCode())
                .isEqualTo(401);
    }
}
