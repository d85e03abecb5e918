package org.suzhi.web.quality.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.quality.Centre;
import org.suzhi.web.quality.Interview;
import org.suzhi.web.quality.Revision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Responses as the review reads them, its decisions, and the audit log. */
@Repository
public class ReviewTables {
    private static final String INTERVIEWS = """
            select r.id, r.revision, r.status, r.submitted_by, coalesce(p.town_code, v.answers ->> 'town', ''),
                   coalesce(v.answers ->> :psu, ''), r.received_at, v.answers ->> 'start', v.answers ->> 'end', v.score,
                   v.answers::text
            from response r
            join response_revision v on v.response_id = r.id and v.revision = r.revision
            left join sampled_psu p on p.wave_id = r.wave_id and p.code = v.answers ->> :psu
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ReviewTables(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A row of the audit log. */
    public record AuditRow(OffsetDateTime at, @Nullable String who, String action, String subject, String detail) {}

    /** The interviews of a wave in the order in which they came. */
    public List<Interview> interviews(long waveId, String psu) {
        return jdbc.sql(INTERVIEWS + "where r.wave_id = :wave order by r.id")
                .param("psu", psu)
                .param("wave", waveId)
                .query((row, i) -> interview(row))
                .list();
    }

    /** The middles of the wave's sampled villages by their codes, as far as the frame told them. */
    public Map<String, Centre> centres(long waveId) {
        Map<String, Centre> centres = new HashMap<>();
        jdbc.sql("select code, latitude, longitude from sampled_psu where wave_id = ? and latitude is not null")
                .param(waveId)
                .query(row -> {
                    centres.put(row.getString(1), new Centre(row.getDouble(2), row.getDouble(3)));
                });
        return centres;
    }

    private Interview interview(ResultSet row) throws SQLException {
        long sender = row.getLong(4);
        boolean byUser = !row.wasNull();
        double score = row.getDouble(10);
        boolean scored = !row.wasNull();
        return new Interview(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                byUser ? OptionalLong.of(sender) : OptionalLong.empty(),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class)
                        .atZoneSameInstant(clock.getZone())
                        .toOffsetDateTime(),
                time(row.getString(8)),
                time(row.getString(9)),
                scored ? OptionalDouble.of(score) : OptionalDouble.empty(),
                texts(row.getString(11)));
    }

    private Map<String, String> texts(String answers) {
        Map<String, String> texts = new HashMap<>();
        for (var entry : json.readTree(answers).properties()) {
            texts.put(entry.getKey(), text(entry.getValue()));
        }
        return texts;
    }

    /** The choices of a select-multiple stand with spaces between, as in the submission. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(
                        " ", value.values().stream().map(JsonNode::asString).toList())
                : value.asString();
    }

    private static Optional<OffsetDateTime> time(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(OffsetDateTime.parse(text));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The wave that a response belongs to. */
    public Optional<Long> wave(long response) {
        return jdbc.sql("select wave_id from response where id = ?")
                .param(response)
                .query(Long.class)
                .optional();
    }

    /** All revisions of a response, the first one first. */
    public List<Revision> revisions(long response) {
        return jdbc.sql("""
                        select v.revision, coalesce(v.instance_id, r.instance_id), v.created_at, u.display_name, w.comment,
                               v.answers::text, v.xml
                        from response_revision v join response r on r.id = v.response_id
                        left join app_user u on u.id = v.created_by
                        left join review w on w.response_id = v.response_id and w.revision = v.revision
                          and w.decision = 'EDITED'
                        where v.response_id = ? order by v.revision""")
                .param(response)
                .query((row, i) -> new Revision(
                        row.getInt(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toOffsetDateTime(),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getString(5)),
                        texts(row.getString(6)),
                        row.getString(7)))
                .list();
    }

    /** The newest log of a client's events that came with a response. */
    public Optional<byte[]> eventLog(long response) {
        return jdbc.sql("""
                        select content from attachment
                        where response_id = ? and name = 'audit.csv' and content is not null
                        order by revision desc limit 1""").param(response).query(byte[].class).optional();
    }

    /** Locks the response and gives its newest revision, so that nobody decides on one that is no longer there. */
    public int lockedRevision(long response) {
        return jdbc.sql("select revision from response where id = ? for update")
                .param(response)
                .query(Integer.class)
                .single();
    }

    /** Stores a decision and its audit row. */
    public void decide(long response, int revision, String decision, String comment, long reviewer) {
        jdbc.sql("insert into review (response_id, revision, decision, comment, made_by) values (?, ?, ?, ?, ?)")
                .params(response, revision, decision, comment, reviewer)
                .update();
        jdbc.sql("""
                        insert into audit_log (actor, action, subject, detail)
                        values (:actor, 'response-' || lower(:decision), 'response/' || :response::bigint,
                                jsonb_build_object('revision', :revision::int))""")
                .param("actor", reviewer)
                .param("decision", decision)
                .param("response", response)
                .param("revision", revision)
                .update();
    }

    public void setStatus(long response, String status) {
        jdbc.sql("update response set status = ? where id = ?")
                .params(status, response)
                .update();
    }

    /** The newest decisions on a response as lines of who, what, when and why. */
    public List<AuditRow> decisions(long response) {
        return jdbc.sql("""
                        select w.made_at, u.display_name, lower(w.decision), w.revision::text, w.comment
                        from review w join app_user u on u.id = w.made_by where w.response_id = ? order by w.id desc""").param(response).query((row, i) -> audit(row)).list();
    }

    public List<AuditRow> audit(int most) {
        return jdbc.sql("""
                        select a.at, u.display_name, a.action, a.subject, a.detail::text
                        from audit_log a left join app_user u on u.id = a.actor
                        where a.action <> 'response-received' order by a.id desc limit ?""").param(most).query((row, i) -> audit(row)).list();
    }

    private AuditRow audit(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getObject(1, OffsetDateTime.class)
                        .atZoneSameInstant(clock.getZone())
                        .toOffsetDateTime(),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }
}
