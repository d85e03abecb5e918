package org.suzhi.web.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suzhi.web.fieldwork.Caller;

/** Somebody who goes through the pages, and the tables in which what they did can be looked up. */
record Visitor(Caller caller, JdbcClient jdbc) {
    String get(String path) throws Exception {
        HttpResponse<String> answer = caller.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** The page once it is as wanted, since the server may still be at work on it. */
    String getOnce(String path, Predicate<String> wanted) throws Exception {
        String page = get(path);
        for (int wait = 0; wait < 600 && !wanted.test(page); wait++) {
            Thread.sleep(200);
            page = get(path);
        }
        assertThat(page).as(path).matches(wanted);
        return page;
    }

    String form(String page, String path, String... fields) throws Exception {
        return caller.form(page, path, fields).body();
    }

    /** Uploads a file on its page. */
    String upload(String page, String name, byte[] content, String... fields) throws Exception {
        return caller.upload(page, page, "file", name, content, fields).body();
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** The only value that a query finds. */
    long one(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
