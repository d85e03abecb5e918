package org.suzhi.web.account.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.account.Role;

/** The accounts as stored. */
@Repository
public class UserTable {
    private final JdbcClient jdbc;

    UserTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Row(long id, String username, String displayName, String passwordHash, Role role, boolean active) {}

    public Optional<Row> find(String username) {
        return jdbc.sql(
                        "select id, username, display_name, password_hash, role, active from app_user where username = :username")
                .param("username", username)
                .query(Row.class)
                .optional();
    }

    public long save(String username, String displayName, String passwordHash, Role role) {
        return jdbc.sql("""
                        insert into app_user (username, display_name, password_hash, role)
                        values (:username, :displayName, :hash, :role)
                        on conflict (username) do update
                          set display_name = excluded.display_name,
                              password_hash = excluded.password_hash,
                              role = excluded.role
                        returning id""")
                .param("username", username)
                .param("displayName", displayName)
                .param("hash", passwordHash)
                .param("role", role.name())
                .query(Long.class)
                .single();
    }

    public boolean any() {
        return jdbc.sql("select exists (select 1 from app_user)")
                .query(Boolean.class)
                .single();
    }

    public List<Row> all() {
        return jdbc.sql(
                        "select id, username, display_name, password_hash, role, active from app_user order by username")
                .query(Row.class)
                .list();
    }

    public void setPassword(long id, String passwordHash) {
        jdbc.sql("update app_user set password_hash = ? where id = ?")
                .params(passwordHash, id)
                .update();
    }

    public void setRole(long id, Role role) {
        jdbc.sql("update app_user set role = ? where id = ?")
                .params(role.name(), id)
                .update();
    }

    public void setActive(long id, boolean active) {
        jdbc.sql("update app_user set active = ? where id = ?")
                .params(active, id)
                .update();
    }

    public List<String> towns(long id) {
        return jdbc.sql("select town_code from user_town where user_id = ? order by town_code")
                .param(id)
                .query(String.class)
                .list();
    }

    public void setTowns(long id, Collection<String> towns) {
        jdbc.sql("delete from user_town where user_id = ?").param(id).update();
        for (String town : towns) {
            jdbc.sql("insert into user_town (user_id, town_code) values (?, ?)")
                    .params(id, town)
                    .update();
        }
    }
}
