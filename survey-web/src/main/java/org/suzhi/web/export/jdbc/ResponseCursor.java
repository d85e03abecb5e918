package org.suzhi.web.export.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.export.table.StoredResponse;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the approved responses of a wave one after another, by a cursor that the database server holds. */
@Repository
public class ResponseCursor {
    private static final int FETCHED_AT_ONCE = 500;
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> DIMENSIONS = new TypeReference<>() {};
    private static final String ROWS = """
            select r.id, r.mode, r.revision, r.submitted_by, r.received_at,
                   p.code, p.town_code, p.stratum, p.residence, p.inclusion_probability, p.population, p.invited,
                   v.answers::text, v.xml, v.groups, v.score, v.dimensions::text
            from response r
            join response_revision v on v.response_id = r.id and v.revision = r.revision
            left join survey_case c on c.id = r.case_id
            left join sampled_psu l on l.wave_id = r.wave_id and l.code = c.psu_code and l.list is not null
            left join sampled_psu p on p.wave_id = r.wave_id and p.code = coalesce(l.code, v.answers ->> :psu)
            where r.wave_id = :wave and r.status = 'APPROVED'
            order by r.id""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ResponseCursor(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What takes a response in. */
    public interface Reader {
        void response(StoredResponse response) throws IOException;
    }

    public long count(long waveId) {
        return jdbc.sql("select count(*) from response where wave_id = ? and status = 'APPROVED'")
                .param(waveId)
                .query(Long.class)
                .single();
    }

    /**
     * Gives every response to the reader, in the order of their numbers. To be called in a transaction: only there does
     * the driver read by cursor.
     *
     * @param psu the item that names the PSU
     */
    public void forEach(long waveId, String psu, Reader reader) throws IOException {
        try {
            jdbc.sql(ROWS)
                    .withFetchSize(FETCHED_AT_ONCE)
                    .param("wave", waveId)
                    .param("psu", psu)
                    .query(row -> {
                        try {
                            reader.response(response(row));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private StoredResponse response(ResultSet row) throws SQLException {
        long interviewer = row.getLong(4);
        boolean byUser = !row.wasNull();
        BigDecimal score = row.getBigDecimal(16);
        return new StoredResponse(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                byUser ? OptionalLong.of(interviewer) : OptionalLong.empty(),
                row.getObject(5, OffsetDateTime.class)
                        .atZoneSameInstant(clock.getZone())
                        .toOffsetDateTime(),
                row.getString(6) == null
                        ? Optional.empty()
                        : Optional.of(new StoredResponse.Sampled(
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getDouble(10),
                                row.getInt(11),
                                row.getInt(12))),
                json.readValue(row.getString(13), ANSWERS),
                SubmissionTexts.of(row.getString(14)),
                List.of((String[]) row.getArray(15).getArray()),
                score == null ? OptionalDouble.empty() : OptionalDouble.of(score.doubleValue()),
                json.readValue(row.getString(17), DIMENSIONS));
    }
}
