package org.suzhi.web.quality.jdbc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.quality.CallBack;

/** The call-backs as stored, each change with its audit row. */
@Repository
public class CallBackTable {
    private final JdbcClient jdbc;

    CallBackTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CallBack> of(long waveId) {
        return jdbc.sql("""
                        select c.id, c.response_id, coalesce(r.submitted_by, 0), c.reached, c.took_place, c.agreeing, c.asked,
                               coalesce(c.note, '')
                        from call_back c join response r on r.id = c.response_id where r.wave_id = ? order by c.id""")
                .param(waveId)
                .query((row, i) -> new CallBack(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        Optional.ofNullable(row.getObject(4, Boolean.class)),
                        Optional.ofNullable(row.getObject(5, Boolean.class)),
                        number(row.getObject(6, Integer.class)),
                        number(row.getObject(7, Integer.class)),
                        row.getString(8)))
                .list();
    }

    private static OptionalInt number(@org.jspecify.annotations.Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Adds the drawn responses that have not been drawn before, and tells how many those were. */
    public int add(long waveId, List<Long> responses, long seed, long user) {
        int added = jdbc.sql("""
                        insert into call_back (response_id, seed, drawn_by) select unnest(:responses::bigint[]), :seed, :user
                        on conflict on constraint call_back_drawn_once do nothing""")
                .param("responses", responses.toArray(Long[]::new))
                .param("seed", seed)
                .param("user", user)
                .update();
        jdbc.sql("""
                        insert into audit_log (actor, action, subject, detail)
                        values (:user, 'call-backs-drawn', 'wave/' || :wave::bigint,
                                jsonb_build_object('seed', :seed::bigint, 'drawn', :drawn::int))""")
                .param("user", user)
                .param("wave", waveId)
                .param("seed", seed)
                .param("drawn", added)
                .update();
        return added;
    }

    public void tell(long callBack, CallBack.Result result, long user) {
        boolean reached = result.reached();
        boolean compared = reached && result.tookPlace() && result.asked() > 0;
        jdbc.sql("""
                        update call_back set reached = :reached,
                          took_place = case when :reached then :tookPlace::boolean end,
                          agreeing = case when :compared then :agreeing::int end,
                          asked = case when :compared then :asked::int end,
                          note = :note, told_by = :user, told_at = now() where id = :id""")
                .param("reached", reached)
                .param("tookPlace", result.tookPlace())
                .param("compared", compared)
                .param("agreeing", result.agreeing())
                .param("asked", result.asked())
                .param("note", result.note())
                .param("user", user)
                .param("id", callBack)
                .update();
        jdbc.sql("insert into audit_log (actor, action, subject) values (?, 'call-back-told', ?)")
                .params(user, "call_back/" + callBack)
                .update();
    }
}
