package org.suzhi.web.fieldwork.jdbc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.Counts;

@Repository
class CountQueries implements Counts {
    private static final String RESPONSES = """
            with one as (
              select coalesce(c.town_code, p.town_code, '') as town, coalesce(u.display_name, '') as surveyor,
                     (case when v.answers ->> 'end' ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d'
                           then (v.answers ->> 'end')::timestamptz else r.received_at end at time zone :zone)::date as day,
                     v.groups, r.status = 'APPROVED' as approved
              from response r
              join response_revision v on v.response_id = r.id and v.revision = r.revision
              left join survey_case c on c.id = r.case_id
              left join sampled_psu p on p.wave_id = r.wave_id and p.code = v.answers ->> :psu
              left join app_user u on u.id = r.submitted_by
              where r.wave_id = :wave)
            select town, surveyor, day, groups, count(*), count(*) filter (where approved)
            from one group by 1, 2, 3, 4""";

    private static final String CASES = """
            select c.town_code, u.display_name, c.status, coalesce(c.disposition, a.outcome), count(*)
            from survey_case c
            left join app_user u on u.id = c.assigned_to
            left join lateral (
              select outcome from contact_attempt where case_id = c.id and c.disposition is null
              order by at desc, received_at desc limit 1) a on true
            where c.wave_id = ? group by 1, 2, 3, 4""";

    private final JdbcClient jdbc;
    private final Clock clock;

    CountQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<ResponseCell> responses(long waveId, String psuItem) {
        return jdbc.sql(RESPONSES)
                .param("wave", waveId)
                .param("psu", psuItem)
                .param("zone", clock.getZone().getId())
                .query((row, i) -> new ResponseCell(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        List.of((String[]) row.getArray(4).getArray()),
                        row.getInt(5),
                        row.getInt(6)))
                .list();
    }

    @Override
    public List<CaseCell> cases(long waveId) {
        return jdbc.sql(CASES)
                .param(waveId)
                .query((row, i) -> new CaseCell(
                        row.getString(1),
                        row.getString(2),
                        CaseStatus.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getInt(5)))
                .list();
    }
}
