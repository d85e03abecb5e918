package org.suzhi.web.account.jdbc;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.suzhi.web.account.PhoneKey;

/** The keys of phones as stored. */
@Repository
public class PhoneKeyTable {
    private final JdbcClient jdbc;

    PhoneKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(long userId, String name, String tokenHash) {
        return jdbc.sql("insert into phone_key (user_id, name, token_sha256) values (?, ?, ?) returning id")
                .params(userId, name, tokenHash)
                .query(Long.class)
                .single();
    }

    public List<PhoneKey> of(long userId) {
        return jdbc.sql("""
                        select id, name, created_at from phone_key
                        where user_id = ? and revoked_at is null order by id""").param(userId).query(PhoneKey.class).list();
    }

    public boolean revoke(long userId, long id) {
        return jdbc.sql("update phone_key set revoked_at = now() where id = ? and user_id = ? and revoked_at is null")
                        .params(id, userId)
                        .update()
                > 0;
    }

    public Optional<UserTable.Row> user(String tokenHash) {
        return jdbc.sql("""
                        select u.id, u.username, u.display_name, u.password_hash, u.role, u.active
                        from phone_key k join app_user u on u.id = k.user_id
                        where k.token_sha256 = ? and k.revoked_at is null""").param(tokenHash).query(UserTable.Row.class).optional();
    }
}
