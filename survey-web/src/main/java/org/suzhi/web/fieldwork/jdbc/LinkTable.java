package org.suzhi.web.fieldwork.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.RespondentLink;

/** Respondent links as stored. */
@Repository
public class LinkTable {
    private static final String SELECT = """
            select l.id, l.case_id, c.wave_id, c.code, c.status, l.valid_until, l.created_at, l.revoked_at, l.used_at
            from respondent_link l join survey_case c on c.id = l.case_id
            """;

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(long caseId, String tokenHash, LocalDate validUntil, long createdBy) {
        return jdbc.sql("""
                        insert into respondent_link (case_id, token_sha256, valid_until, created_by)
                        values (?, ?, ?, ?) returning id""")
                .params(caseId, tokenHash, validUntil, createdBy)
                .query(Long.class)
                .single();
    }

    public int revoke(long caseId) {
        return jdbc.sql("""
                        update respondent_link set revoked_at = now()
                        where case_id = ? and revoked_at is null and used_at is null""").param(caseId).update();
    }

    public Optional<RespondentLink> find(String tokenHash) {
        return jdbc.sql(SELECT + "where l.token_sha256 = ?")
                .param(tokenHash)
                .query(LinkTable::link)
                .optional();
    }

    public List<RespondentLink> of(long caseId) {
        return jdbc.sql(SELECT + "where l.case_id = ? order by l.id desc")
                .param(caseId)
                .query(LinkTable::link)
                .list();
    }

    private static RespondentLink link(ResultSet row, int index) throws SQLException {
        return new RespondentLink(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                CaseStatus.valueOf(row.getString(5)),
                row.getObject(6, LocalDate.class),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                instant(row, 8),
                instant(row, 9));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
