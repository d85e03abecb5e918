package org.suzhi.web.extract.jdbc;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.microdata.Extract;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.Variables;
import org.suzhi.web.extract.WaveExtract;

@Repository
class ExtractQuery implements Extracts {
    /** A respondent outside the sampled PSUs has no inclusion probability and so no weight: the join leaves it out. */
    private static final String ROWS = """
            select p.population / (p.inclusion_probability * p.invited) as weight, p.stratum, p.code, p.town_code,
                   (v.answers ->> :age)::int as age, v.groups, v.score,
                   array(select v.answers ->> c from unnest(:categories::text[]) with ordinality as u(c, i) order by i)
            from response r
            join response_revision v on v.response_id = r.id and v.revision = r.revision
            join sampled_psu p on p.wave_id = r.wave_id and p.code = v.answers ->> :psu
            where r.wave_id = :wave and r.status = 'APPROVED' and v.score is not null
              and (v.answers ->> :age)::int between :youngest and :oldest
            order by r.instance_id""";

    private final JdbcClient jdbc;

    ExtractQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WaveExtract of(long waveId, Variables variables, List<String> groups) {
        Columns columns = new Columns(variables.categories(), groups);
        jdbc.sql(ROWS)
                .param("wave", waveId)
                .param("psu", variables.psu())
                .param("age", variables.age())
                .param("youngest", variables.youngest())
                .param("oldest", variables.oldest())
                .param("categories", variables.categories().toArray(String[]::new))
                .query(columns::add);
        Extract.Builder table = Extract.builder();
        columns.addTo(table, variables.age());
        return new WaveExtract(table.build(), received(waveId), columns.sha256());
    }

    @Override
    public int received(long waveId) {
        return jdbc.sql("select count(*) from response where wave_id = ?")
                .param(waveId)
                .query(Integer.class)
                .single();
    }
}
