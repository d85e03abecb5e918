package org.suzhi.web.export.jdbc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.extract.Variables;
import org.suzhi.web.fieldwork.SampledPsu;
import tools.jackson.databind.json.JsonMapper;

/** The sample of a wave, the weights that its margins are met from, and the audit row of an export. */
@Repository
public class WaveTables {
    /** Rows that agree in all margin variables share one calibration factor, so their sum is all that raking needs. */
    private static final String CELLS = """
            select levels, sum(weight) from (
              select p.population / (p.inclusion_probability * p.invited) as weight,
                     array(select case c when 'town' then p.town_code else v.answers ->> c end
                           from unnest(:variables::text[]) with ordinality as u(c, i) order by i) as levels
              from response r
              join response_revision v on v.response_id = r.id and v.revision = r.revision
              join sampled_psu p on p.wave_id = r.wave_id and p.code = v.answers ->> :psu
              where r.wave_id = :wave and r.status = 'APPROVED' and v.score is not null
                and (v.answers ->> :age)::int between :youngest and :oldest) as used
            group by levels order by levels""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WaveTables(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The sum of the design weights of the responses that agree in all margin variables. */
    public record WeightCell(List<@Nullable String> levels, double weight) {}

    public List<SampledPsu> sample(long waveId) {
        return jdbc.sql("""
                        select code, town_code, stratum, residence, inclusion_probability, population, invited
                        from sampled_psu where wave_id = ? order by code""").param(waveId).query(SampledPsu.class).list();
    }

    public List<WeightCell> cells(long waveId, Variables variables, List<String> marginVariables) {
        return jdbc.sql(CELLS)
                .param("wave", waveId)
                .param("psu", variables.psu())
                .param("age", variables.age())
                .param("youngest", variables.youngest())
                .param("oldest", variables.oldest())
                .param("variables", marginVariables.toArray(String[]::new))
                .query((row, i) -> new WeightCell(
                        java.util.Arrays.asList(
                                (@Nullable String[]) row.getArray(1).getArray()),
                        row.getDouble(2)))
                .list();
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
