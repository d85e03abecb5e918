package org.suzhi.web.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.Caller;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.WaveSections;

/** The form of a question stands while the rows of its wave are put together. */
class WaitingFormIT extends ServerFixture {
    private static final String POLL = "hx-trigger=\"load delay:1s\"";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Codebooks codebooks;

    @Autowired
    private Fieldwork fieldwork;

    @Autowired
    private WaveSections sections;

    @Autowired
    private Extracts extracts;

    @Autowired
    private JdbcClient jdbc;

    private Caller statistician;

    @BeforeEach
    void aStatistician() throws Exception {
        accounts.save(new NewUser("waiting-statistician", "统计员", PASSWORD, Role.STATISTICIAN));
        statistician = Caller.signedIn(address(""), "waiting-statistician", PASSWORD);
    }

    @Test
    void theQuestionnaireTellsWhatTheRowsWillHold() {
        Wave wave = fieldwork.wave(wave(2025)).orElseThrow();
        WaveExtract rows = extracts.respondents(wave.id());
        assertThat(extracts.columns(wave.id()))
                .containsExactlyElementsOf(rows.table().names());
        Map<String, List<String>> offered = codebooks.offered(wave, sections.of(wave.id()));
        Codebook found = codebooks.of(wave, rows, Locale.ENGLISH);
        for (Variable variable : found.variables()) {
            if (!variable.name().equals("stratum")) {
                assertThat(offered.get(variable.name())).as(variable.name()).containsSubsequence(variable.codes());
            }
        }
    }

    @Test
    void theFormStandsAfterANewResponse() throws Exception {
        String path = "/workbench/2024/table?rows=education&columns=sex";
        WorkbenchIT.page(statistician, path);
        long response = jdbc.sql("select min(id) from response where wave_id = :wave and status = 'APPROVED'")
                .param("wave", wave(2024))
                .query(Long.class)
                .single();
        try {
            state(response, "RETURNED");
            String waiting = statistician.get(path).body();
            assertThat(waiting)
                    .contains(POLL, "<progress", "name=\"measure\"", "name=\"rows\"", "name=\"population\"")
                    .contains("value=\"education\" selected", "value=\"sex\" selected", "the form can be used")
                    .doesNotContain("result.json", "unsure");
            assertThat(statistician.get("/workbench/2024/model?terms=horoscope").body())
                    .contains("name=\"terms\"");
            assertThat(WorkbenchIT.page(statistician, path)).contains("result.json", "name=\"rows\"");
        } finally {
            state(response, "APPROVED");
        }
    }

    private void state(long response, String status) {
        jdbc.sql("update response set status = :status where id = :id")
                .param("status", status)
                .param("id", response)
                .update();
    }
}
