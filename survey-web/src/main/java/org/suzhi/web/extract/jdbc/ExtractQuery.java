package org.suzhi.web.extract.jdbc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.extract.Variables;
import org.suzhi.web.extract.jdbc.RowCollector.SampledUnit;
import org.suzhi.web.fieldwork.Outcome;

/** Reads the rows of a wave in one pass, and tells cheaply whether they have changed. */
@Repository
class ExtractQuery {
    private static final int FETCHED_AT_ONCE = 2000;

    /**
     * Approved responses with their revisions, ended cases, the sample and what margins name, each as a sum that any change
     * changes.
     */
    private static final String STATE = """
            select r.n, r.approved, concat_ws('/', r.approved, r.responses, c.cases, p.sample, m.named) as state,
                   (select coalesce(sum(ticks), 0) from extract_clock)
            from (select count(*) as n, count(*) filter (where status = 'APPROVED') as approved,
                         bit_xor(hashint8extended(id, revision)) filter (where status = 'APPROVED') as responses
                  from response where wave_id = :wave) r,
                 (select bit_xor(hashtextextended(disposition, id)) as cases
                  from survey_case where wave_id = :wave and disposition is not null) c,
                 (select bit_xor(hashtextextended(s::text, 0)) as sample from sampled_psu s where wave_id = :wave) p,
                 (select bit_xor(hashtextextended(name, 0)) as named
                  from (select distinct unnest(variables) as name
                        from margin c join margin_version v on v.id = c.version_id where v.wave_id = :wave) names) m""";

    /** Nothing in a transaction that has written: what it counted is undone where it fails, and counted by another then. */
    private static final String TICKS = """
            select coalesce(sum(ticks), 0) from extract_clock having pg_current_xact_id_if_assigned() is null""";

    private static final String SAMPLE = """
            select code, town_code, stratum, population / (inclusion_probability * invited) as weight,
                   coalesce(list, ''), coalesce(frames, 0)
            from sampled_psu where wave_id = ?""";

    private static final String RESPONDENTS = """
            select r.id, r.instance_id, v.answers::text, array_to_string(v.groups, ' '), v.score, v.dimensions::text,
                   coalesce(c.psu_code, '')
            from response r
            join response_revision v on v.response_id = r.id and v.revision = r.revision
            left join survey_case c on c.id = r.case_id
            where r.wave_id = :wave and r.status = 'APPROVED' and v.score is not null""";

    private static final String OTHERS = """
            select c.code, c.psu_code, c.disposition from survey_case c
            where c.wave_id = ? and c.disposition is not null
              and not exists (select from response r where r.case_id = c.id)""";

    private final JdbcClient jdbc;
    private final Variables variables;
    private final Map<Long, Seen> seen = new ConcurrentHashMap<>();

    /** A wave's state when the clock of changes stood so. */
    private record Seen(long ticks, State state) {}

    ExtractQuery(JdbcClient jdbc, Variables variables) {
        this.jdbc = jdbc;
        this.variables = variables;
    }

    /**
     * What rows a wave has.
     *
     * @param received responses, used or not
     * @param text differs where rows differ
     */
    record State(int received, int approved, String text) {}

    /** Goes through the responses only where something has been written since it did so last. */
    State state(long waveId) {
        Optional<Long> ticks = jdbc.sql(TICKS).query(Long.class).optional();
        Seen last = seen.get(waveId);
        if (last != null && ticks.filter(now -> now == last.ticks()).isPresent()) {
            return last.state();
        }
        Seen now = jdbc.sql(STATE)
                .param("wave", waveId)
                .query((row, i) -> new Seen(row.getLong(4), new State(row.getInt(1), row.getInt(2), row.getString(3))))
                .single();
        if (ticks.isPresent()) {
            seen.put(waveId, now);
        }
        return now.state();
    }

    /** Reads all rows; to be called in a transaction, only there does the driver read by cursor. */
    RowCollector rows(long waveId, Layout layout, IntConsumer progress) {
        RowCollector rows = new RowCollector(layout, variables, sample(waveId));
        int[] seen = {0};
        jdbc.sql(RESPONDENTS)
                .withFetchSize(FETCHED_AT_ONCE)
                .param("wave", waveId)
                .query(row -> {
                    rows.respondent(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getDouble(5),
                            row.getString(6),
                            row.getString(7));
                    progress.accept(++seen[0]);
                });
        jdbc.sql(OTHERS).withFetchSize(FETCHED_AT_ONCE).param(waveId).query(row -> {
            String status = status(Outcome.of(row.getString(3)).orElseThrow());
            if (!status.equals(RowCollector.RESPONDENT)) {
                rows.other(row.getString(1), row.getString(2), status);
            }
        });
        return rows;
    }

    /** An interview is a respondent's where its response is used; else it tells nothing of nonresponse. */
    private static String status(Outcome outcome) {
        return switch (outcome.kind()) {
            case INTERVIEW, PARTIAL -> RowCollector.RESPONDENT;
            case REFUSAL, NON_CONTACT, OTHER -> "N";
            case UNKNOWN_HOUSEHOLD, UNKNOWN_PERSON -> "U";
            case NOT_ELIGIBLE -> "I";
        };
    }

    private Map<String, SampledUnit> sample(long waveId) {
        Map<String, SampledUnit> sample = new HashMap<>();
        jdbc.sql(SAMPLE)
                .param(waveId)
                .query((row, i) -> new SampledUnit(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getDouble(4),
                        row.getString(5),
                        row.getInt(6)))
                .list()
                .forEach(unit -> sample.put(unit.code(), unit));
        return sample;
    }

    int received(long waveId) {
        return jdbc.sql("select count(*) from response where wave_id = ?")
                .param(waveId)
                .query(Integer.class)
                .single();
    }
}
