package org.suzhi.web.weighting.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.weighting.WeightingChoices;
import org.suzhi.web.weighting.WeightingPlan;
import org.suzhi.web.weighting.WeightingPlans;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PlanTables implements WeightingPlans {
    private static final String NEWEST =
            "(select plan_id from weighting_acceptance where wave_id = ? order by id desc limit 1)";
    private static final String SELECT = """
            select p.id, p.wave_id, p.number, p.choices::text, p.margin_version_id, p.note, u.display_name, p.saved_at,
                   coalesce(p.id = %s, false)
            from weighting_plan p join app_user u on u.id = p.saved_by
            """.formatted(NEWEST);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanTables(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional
    public int add(long waveId, WeightingChoices choices, @Nullable Long marginVersion, String note, long savedBy) {
        // Two plans saved at once would take the same number.
        jdbc.sql("select id from wave where id = ? for update")
                .param(waveId)
                .query(Long.class)
                .single();
        return jdbc.sql("""
                        insert into weighting_plan (wave_id, number, choices, margin_version_id, note, saved_by)
                        values (:wave, 1 + (select count(*) from weighting_plan where wave_id = :wave),
                                :choices::json, :margins, :note, :by) returning number""")
                .param("wave", waveId)
                .param("choices", json.writeValueAsString(choices))
                .param("margins", marginVersion)
                .param("note", note)
                .param("by", savedBy)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<WeightingPlan> of(long waveId) {
        return jdbc.sql(SELECT + "where p.wave_id = ? order by p.number desc")
                .params(waveId, waveId)
                .query(this::plan)
                .list();
    }

    @Override
    public Optional<WeightingPlan> accepted(long waveId) {
        return jdbc.sql(SELECT + "where p.id = " + NEWEST)
                .params(waveId, waveId)
                .query(this::plan)
                .optional();
    }

    private WeightingPlan plan(ResultSet row, int i) throws SQLException {
        long margins = row.getLong(5);
        boolean calibrates = !row.wasNull();
        return new WeightingPlan(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                json.readValue(row.getString(4), WeightingChoices.class),
                calibrates ? Long.valueOf(margins) : null,
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getBoolean(9));
    }

    @Override
    public Optional<Acceptance> acceptance(long waveId) {
        return jdbc.sql("""
                        select p.number, u.display_name, a.accepted_at
                        from weighting_acceptance a
                        join app_user u on u.id = a.accepted_by
                        left join weighting_plan p on p.id = a.plan_id
                        where a.wave_id = ? order by a.id desc limit 1""")
                .param(waveId)
                .query((row, i) -> {
                    int number = row.getInt(1);
                    return new Acceptance(
                            row.wasNull() ? null : Integer.valueOf(number),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    @Override
    public void accept(long waveId, @Nullable Long planId, long acceptedBy) {
        jdbc.sql("insert into weighting_acceptance (wave_id, plan_id, accepted_by) values (:wave, :plan, :by)")
                .param("wave", waveId)
                .param("plan", planId)
                .param("by", acceptedBy)
                .update();
    }
}
