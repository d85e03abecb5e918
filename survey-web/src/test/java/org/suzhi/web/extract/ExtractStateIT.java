package org.suzhi.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.suzhi.web.ServerFixture;

/** Rows that are kept are those of the database at the moment of asking, whoever changed it and when the change began. */
class ExtractStateIT extends ServerFixture {
    @Autowired
    private Extracts extracts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private PlatformTransactionManager transactions;

    private long wave;
    private long response;
    private int before;

    @BeforeEach
    void oneResponseIsChosen() {
        wave = wave(2024);
        response = jdbc.sql("select min(id) from response where wave_id = ? and status = 'APPROVED'")
                .param(wave)
                .query(Long.class)
                .single();
        before = rows();
    }

    @AfterEach
    void theResponseIsApprovedAgain() {
        jdbc.sql(status("APPROVED")).update();
        assertThat(rows()).isEqualTo(before);
    }

    private int rows() {
        return extracts.respondents(wave).table().rows();
    }

    private String status(String status) {
        return "update response set status = '" + status + "' where id = " + response;
    }

    @Test
    void aChangeIsSeenAtOnce() {
        jdbc.sql(status("RETURNED")).update();
        assertThat(rows()).isEqualTo(before - 1);
    }

    @Test
    void aChangeThatEndsAfterAnotherAskingIsSeenOnceItEnds() throws SQLException {
        try (Connection other = database.getConnection();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.executeUpdate(status("RETURNED"));
            jdbc.sql("insert into audit_log (action, subject) values ('tried', 'extract')")
                    .update();
            assertThat(rows()).isEqualTo(before);
            assertThat(rows()).isEqualTo(before);
            other.commit();
        }
        assertThat(rows()).isEqualTo(before - 1);
    }

    @Test
    void whatATransactionChangesItselfIsNewRowsToItAndNoneToOthersWhenItFails() {
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            assertThat(extracts.numbered(wave, true).rows().table().rows()).isEqualTo(before);
            jdbc.sql(status("RETURNED")).update();
            assertThat(extracts.numbered(wave, true).rows().table().rows()).isEqualTo(before - 1);
            open.setRollbackOnly();
        });
        assertThat(rows()).isEqualTo(before);
    }
}
