package org.suzhi.web.account.jdbc;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.account.AccountChanged;

/** The logins that hold at present, as Spring Session stores them. */
@Repository
class LoginTable {
    private final JdbcClient jdbc;

    LoginTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A changed account must log in anew, on every device; in the transaction of the change. */
    @EventListener
    void accountChanged(AccountChanged event) {
        jdbc.sql("delete from spring_session where principal_name = :username")
                .param("username", event.username())
                .update();
    }
}
