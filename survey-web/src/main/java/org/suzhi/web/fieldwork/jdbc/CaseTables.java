package org.suzhi.web.fieldwork.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.fieldwork.CaseResponse;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.ContactAttempt;
import org.suzhi.web.fieldwork.NewCase;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.SurveyCase;

@Repository
class CaseTables implements Cases {
    private static final String SELECT = """
            select c.id, c.wave_id, c.code, c.psu_code, c.town_code, c.address, c.contact_name, c.contact_phone,
                   c.assigned_to, u.display_name, c.status, c.disposition, coalesce(a.attempts, 0), a.last_outcome
            from survey_case c
            left join app_user u on u.id = c.assigned_to
            left join lateral (
              select count(*) as attempts, (array_agg(outcome order by at desc, received_at desc))[1] as last_outcome
              from contact_attempt where case_id = c.id) a on true
            """;

    private static final String RIGHT =
            " exists (select from case_right r where r.user_id = :user and r.case_id = c.id) ";

    private static final String FILTER = "where" + RIGHT + """
            and c.wave_id = :wave
            and (:town::text is null or c.town_code = :town)
            and (:psu::text is null or c.psu_code = :psu)
            and (:assignedTo::bigint is null or c.assigned_to = :assignedTo)
            and (not :unassigned or c.assigned_to is null)
            and (:status::text is null or c.status = :status)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    CaseTables(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    @Transactional
    public void add(long waveId, List<NewCase> cases) {
        template.batchUpdate("""
                insert into survey_case
                  (wave_id, code, psu_code, town_code, address, contact_name, contact_phone)
                values (?, ?, ?, ?, ?, ?, ?)""", cases, 500, (statement, c) -> {
            statement.setLong(1, waveId);
            statement.setString(2, c.code());
            statement.setString(3, c.psuCode());
            statement.setString(4, c.townCode());
            statement.setString(5, c.contact().address());
            statement.setString(6, c.contact().name());
            statement.setString(7, c.contact().phone());
        });
    }

    @Override
    public List<String> codes(long waveId) {
        return jdbc.sql("select code from survey_case where wave_id = ?")
                .param(waveId)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, Long> open(long waveId) {
        Map<String, Long> open = new LinkedHashMap<>();
        jdbc.sql("select code, id from survey_case where wave_id = ? and status = 'OPEN' order by code")
                .param(waveId)
                .query(row -> {
                    open.put(row.getString(1), row.getLong(2));
                });
        return open;
    }

    @Override
    public int count(long userId, Filter filter) {
        return bind(jdbc.sql("select count(*) from survey_case c " + FILTER), userId, filter)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<SurveyCase> list(long userId, Filter filter, int limit, int offset) {
        return bind(jdbc.sql(SELECT + FILTER + "order by c.code limit :limit offset :offset"), userId, filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(CaseTables::surveyCase)
                .list();
    }

    private static StatementSpec bind(StatementSpec statement, long userId, Filter filter) {
        CaseStatus status = filter.status();
        return statement
                .param("user", userId)
                .param("wave", filter.waveId())
                .param("town", filter.town())
                .param("psu", filter.psu())
                .param("assignedTo", filter.assignedTo())
                .param("unassigned", filter.unassigned())
                .param("status", status == null ? null : status.name());
    }

    @Override
    public List<SurveyCase> assignedTo(long userId, List<Long> waves) {
        return waves.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where c.assigned_to = :user and c.wave_id in (:waves) order by c.code")
                        .param("user", userId)
                        .param("waves", waves)
                        .query(CaseTables::surveyCase)
                        .list();
    }

    @Override
    public Optional<SurveyCase> find(long userId, long caseId) {
        return jdbc.sql(SELECT + "where c.id = :case and" + RIGHT)
                .param("case", caseId)
                .param("user", userId)
                .query(CaseTables::surveyCase)
                .optional();
    }

    @Override
    public Optional<Claim> claim(long waveId, String code, @Nullable Long userId) {
        return jdbc.sql("select c.id, c.status, :user::bigint is null or" + RIGHT
                        + "as permitted from survey_case c where c.wave_id = :wave and c.code = :code")
                .param("user", userId)
                .param("wave", waveId)
                .param("code", code)
                .query(Claim.class)
                .optional();
    }

    @Override
    public Optional<Claim> claim(String code, long userId) {
        return jdbc.sql("select c.id, c.status, " + RIGHT + """
                        as permitted from survey_case c join wave w on w.id = c.wave_id
                        where c.code = :code
                        order by c.assigned_to is not distinct from :user desc, permitted desc, w.year desc limit 1""")
                .param("user", userId)
                .param("code", code)
                .query(Claim.class)
                .optional();
    }

    @Override
    @Transactional
    public List<Long> assign(long userId, List<Long> cases, @Nullable Long assignee) {
        return cases.isEmpty()
                ? List.of()
                : jdbc.sql("update survey_case c set assigned_to = :assignee where c.id in (:cases) "
                                + "and c.status = 'OPEN' and" + RIGHT + "returning c.id")
                        .param("assignee", assignee)
                        .param("cases", cases)
                        .param("user", userId)
                        .query(Long.class)
                        .list();
    }

    @Override
    public boolean end(long caseId, @Nullable Outcome disposition) {
        return jdbc.sql("""
                        update survey_case c set disposition = :code, status = case
                          when :code::text is null then 'OPEN'
                          when exists (select from response r where r.case_id = c.id) then 'DONE' else 'CLOSED' end
                        where c.id = :case
                          and (:code::text is not null or not exists (select from response r where r.case_id = c.id))""")
                        .param("code", disposition == null ? null : disposition.code())
                        .param("case", caseId)
                        .update()
                > 0;
    }

    @Override
    public Optional<Long> caseOf(UUID attempt) {
        return jdbc.sql("select case_id from contact_attempt where id = ?")
                .param(attempt)
                .query(Long.class)
                .optional();
    }

    @Override
    public boolean add(long caseId, ContactAttempt attempt, @Nullable Long userId) {
        return jdbc.sql("""
                        insert into contact_attempt (id, case_id, at, outcome, note, made_by)
                        values (:id, :case, :at, :outcome, :note, :user) on conflict (id) do nothing""")
                        .param("id", attempt.id())
                        .param("case", caseId)
                        .param("at", attempt.at().atOffset(ZoneOffset.UTC))
                        .param("outcome", attempt.outcome())
                        .param("note", attempt.note())
                        .param("user", userId)
                        .update()
                > 0;
    }

    @Override
    public List<ContactAttempt> attempts(long caseId) {
        return jdbc.sql("""
                        select a.id, a.at, a.outcome, a.note, u.display_name
                        from contact_attempt a left join app_user u on u.id = a.made_by
                        where a.case_id = ? order by a.at, a.received_at""")
                .param(caseId)
                .query((row, i) -> new ContactAttempt(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    @Override
    public Optional<CaseResponse> response(long caseId) {
        return jdbc.sql("""
                        select r.instance_id, r.mode, r.status, r.received_at, u.display_name
                        from response r left join app_user u on u.id = r.submitted_by where r.case_id = ?""")
                .param(caseId)
                .query((row, i) -> new CaseResponse(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)))
                .optional();
    }

    private static SurveyCase surveyCase(ResultSet row, int index) throws SQLException {
        return new SurveyCase(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new SurveyCase.Contact(row.getString(6), row.getString(7), row.getString(8)),
                row.getObject(9, Long.class),
                row.getString(10),
                CaseStatus.valueOf(row.getString(11)),
                row.getString(12),
                row.getInt(13),
                row.getString(14));
    }
}
