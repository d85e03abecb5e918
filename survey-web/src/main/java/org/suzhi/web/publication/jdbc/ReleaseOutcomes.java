package org.suzhi.web.publication.jdbc;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.fieldwork.Outcome;

/** How the cases of a wave had ended when its figures were released. */
@Repository
public class ReleaseOutcomes {
    private final JdbcClient jdbc;

    ReleaseOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cases by kind of outcome; empty where none were kept. */
    public Map<Outcome.Kind, Integer> of(long release) {
        Map<Outcome.Kind, Integer> outcomes = new EnumMap<>(Outcome.Kind.class);
        jdbc.sql("select kind, cases from release_outcome where release_id = ?")
                .param(release)
                .query(row -> {
                    outcomes.put(Outcome.Kind.valueOf(row.getString(1)), row.getInt(2));
                });
        return outcomes;
    }

    public void keep(long release, Map<Outcome.Kind, Integer> outcomes) {
        jdbc.sql("""
                insert into release_outcome (release_id, kind, cases)
                select ?, kind, cases from unnest(?, ?) as o (kind, cases) on conflict do nothing\
                """)
                .param(release)
                .param(outcomes.keySet().stream().map(Outcome.Kind::name).toArray(String[]::new))
                .param(outcomes.values().toArray(Integer[]::new))
                .update();
    }
}
