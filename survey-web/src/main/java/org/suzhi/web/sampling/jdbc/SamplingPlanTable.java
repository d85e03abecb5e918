package org.suzhi.web.sampling.jdbc;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.sampling.SamplingPlans;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SamplingPlanTable implements SamplingPlans {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    SamplingPlanTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Saved> find(long waveId) {
        return jdbc.sql("select inputs::text, saved_at from sampling_plan where wave_id = ?")
                .param(waveId)
                .query((row, i) -> new Saved(
                        fields(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Map<String, String> fields(String inputs) {
        Map<String, String> fields = new HashMap<>();
        for (var field : json.readTree(inputs).properties()) {
            fields.put(field.getKey(), field.getValue().asString());
        }
        return fields;
    }

    @Override
    public void save(long waveId, Map<String, String> fields, long userId) {
        jdbc.sql("""
                        insert into sampling_plan (wave_id, inputs, saved_by) values (:wave, :inputs::jsonb, :user)
                        on conflict (wave_id) do update set inputs = excluded.inputs, saved_by = excluded.saved_by,
                          saved_at = now()""")
                .param("wave", waveId)
                .param("inputs", json.writeValueAsString(fields))
                .param("user", userId)
                .update();
    }
}
