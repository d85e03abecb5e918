package org.suzhi.web.fieldwork.jdbc;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.fieldwork.Quotas;

@Repository
class QuotaTable implements Quotas {
    private final JdbcClient jdbc;

    QuotaTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Quota> of(long waveId) {
        return jdbc.sql("select town_code, group_code, target from quota where wave_id = ?")
                .param(waveId)
                .query(Quota.class)
                .list();
    }

    @Override
    @Transactional
    public void set(long waveId, List<Quota> quotas) {
        clear(waveId);
        for (Quota quota : quotas) {
            jdbc.sql("insert into quota (wave_id, town_code, group_code, target) values (?, ?, ?, ?)")
                    .params(waveId, quota.townCode(), quota.groupCode(), quota.target())
                    .update();
        }
    }

    @Override
    @Transactional
    public void setToInvited(long waveId) {
        clear(waveId);
        jdbc.sql("""
                        insert into quota (wave_id, town_code, group_code, target)
                        select wave_id, town_code, '', sum(invited) from sampled_psu where wave_id = ?
                        group by wave_id, town_code""").param(waveId).update();
    }

    private void clear(long waveId) {
        jdbc.sql("delete from quota where wave_id = ?").param(waveId).update();
    }
}
