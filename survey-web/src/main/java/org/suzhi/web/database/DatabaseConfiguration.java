package org.suzhi.web.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The connection pool: to the server at {@code SUZHI_DATABASE_URL} where that is set, else to a PostgreSQL of our own in
 * the data folder ({@code suzhi.data}).
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 16;

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${SUZHI_DATABASE_URL:}' == ''")
    EmbeddedDatabase embeddedDatabase(@Value("${suzhi.data:data}") Path folder) throws IOException {
        return EmbeddedDatabase.start(folder);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${SUZHI_DATABASE_URL:}' == ''")
    DataSource embeddedDataSource(EmbeddedDatabase database) {
        return pool(database.url(), "postgres", "postgres");
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${SUZHI_DATABASE_URL:}' != ''")
    DataSource serverDataSource(
            @Value("${SUZHI_DATABASE_URL}") String url,
            @Value("${SUZHI_DATABASE_USER:}") String user,
            @Value("${SUZHI_DATABASE_PASSWORD:}") String password) {
        return pool(url.startsWith("jdbc:") ? url : "jdbc:" + url, user, password);
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        if (!user.isEmpty()) {
            pool.setUsername(user);
            pool.setPassword(password);
        }
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.addDataSourceProperty("ApplicationName", "suzhi");
        return pool;
    }
}
