package org.suzhi.web.division.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.division.Evidence;
import org.suzhi.web.division.NewValue;
import org.suzhi.web.division.TargetValue;
import org.suzhi.web.division.TargetValues;
import org.suzhi.web.questionnaire.Sha256;

@Repository
class TargetValueTable implements TargetValues {
    private final JdbcClient jdbc;
    private final Clock clock;

    TargetValueTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<TargetValue> all(long surveyId) {
        return jdbc.sql("""
                        select v.id, v.target_key, v.town_code, v.value, v.as_of, v.note, v.evidence_name, v.evidence_sha256,
                          e.display_name, v.entered_at, w.reason, b.display_name, w.withdrawn_at
                        from division_value v
                        left join app_user e on e.id = v.entered_by
                        left join division_value_withdrawal w on w.value_id = v.id
                        left join app_user b on b.id = w.withdrawn_by
                        where v.survey_id = ? order by v.as_of desc, v.id desc""").param(surveyId).query((row, i) -> value(row)).list();
    }

    private static TargetValue value(ResultSet row) throws SQLException {
        String reason = row.getString(11);
        return new TargetValue(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getDouble(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                reason == null
                        ? null
                        : new TargetValue.Withdrawal(
                                reason,
                                row.getString(12),
                                row.getObject(13, OffsetDateTime.class).toInstant()));
    }

    @Override
    public long add(long surveyId, NewValue value, @Nullable Long enteredBy) {
        byte[] content = value.evidence().content();
        return jdbc.sql("""
                        insert into division_value (survey_id, target_key, town_code, value, as_of, note, evidence_name,
                          evidence_type, evidence_sha256, evidence, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.<@Nullable Object>asList(
                        surveyId,
                        value.targetKey(),
                        value.town(),
                        value.value(),
                        value.asOf(),
                        value.note(),
                        value.evidence().name(),
                        value.evidence().mediaType(),
                        Sha256.hex(content),
                        content,
                        enteredBy,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean withdraw(long surveyId, long valueId, String reason, long withdrawnBy) {
        return jdbc.sql("""
                        insert into division_value_withdrawal (value_id, reason, withdrawn_by, withdrawn_at)
                        select id, ?, ?, ? from division_value where id = ? and survey_id = ?
                        on conflict (value_id) do nothing""")
                        .params(reason, withdrawnBy, clock.instant().atOffset(ZoneOffset.UTC), valueId, surveyId)
                        .update()
                == 1;
    }

    @Override
    public Optional<Evidence> evidence(long surveyId, long valueId) {
        return jdbc.sql("select evidence_name, evidence from division_value where id = ? and survey_id = ?")
                .params(valueId, surveyId)
                .query((row, i) -> Evidence.of(row.getString(1), row.getBytes(2)))
                .optional()
                .flatMap(evidence -> evidence);
    }
}
