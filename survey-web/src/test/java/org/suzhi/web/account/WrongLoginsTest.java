package org.suzhi.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WrongLoginsTest {
    private Instant now = Instant.parse("2025-09-01T08:00:00Z");
    private final WrongLogins logins = new WrongLogins(new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void fail(int times, String username, String address) {
        for (int i = 0; i < times; i++) {
            logins.wrong(username, address);
        }
    }

    @Test
    void anAccountIsBarredFromEveryAddressUntilTheSpanIsOver() {
        fail(WrongLogins.MOST_BY_ACCOUNT - 1, "li", "10.0.0.1");
        assertThat(logins.barred("li", "10.0.0.1")).isFalse();
        fail(1, "li", "10.0.0.2");
        assertThat(logins.barred("li", "10.0.0.3")).isTrue();
        assertThat(logins.barred("wang", "10.0.0.1")).isFalse();
        now = now.plus(WrongLogins.SPAN).minus(Duration.ofSeconds(1));
        assertThat(logins.barred("li", "10.0.0.3")).isTrue();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(logins.barred("li", "10.0.0.3")).isFalse();
    }

    @Test
    void anAddressThatTriesManyNamesIsBarredForAll() {
        for (int i = 0; i < WrongLogins.MOST_BY_ADDRESS; i++) {
            logins.wrong("name" + i, "10.0.0.9");
        }
        assertThat(logins.barred("li", "10.0.0.9")).isTrue();
        assertThat(logins.barred("li", "10.0.0.1")).isFalse();
    }

    @Test
    void aRightPasswordClearsTheAccountButNotTheAddress() {
        fail(WrongLogins.MOST_BY_ACCOUNT, "li", "10.0.0.1");
        logins.right("li");
        assertThat(logins.barred("li", "10.0.0.1")).isFalse();
        fail(WrongLogins.MOST_BY_ADDRESS - WrongLogins.MOST_BY_ACCOUNT, "other", "10.0.0.1");
        logins.right("other");
        assertThat(logins.barred("li", "10.0.0.1")).isTrue();
    }
}
