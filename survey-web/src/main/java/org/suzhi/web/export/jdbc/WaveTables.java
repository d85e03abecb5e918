package org.suzhi.web.export.jdbc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.fieldwork.SampledPsu;
import tools.jackson.databind.json.JsonMapper;

/** The sample of a wave, and the audit row of an export. */
@Repository
public class WaveTables {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    WaveTables(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<SampledPsu> sample(long waveId) {
        return jdbc.sql("""
                        select code, town_code, stratum, residence, inclusion_probability, population, invited
                        from sampled_psu where wave_id = ? order by code""").param(waveId).query(SampledPsu.class).list();
    }

    /** Writes who took which data away, before any of them leave. */
    public void audit(@Nullable Long actor, long waveId, Map<String, ?> detail) {
        jdbc.sql(
                        "insert into audit_log (actor, action, subject, detail) values (:actor, 'export', :subject, :detail::jsonb)")
                .param("actor", actor)
                .param("subject", "wave/" + waveId)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }
}
