package org.suzhi.web.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuestionTimesTest {
    private static final String LOG = """
            event,node,start,end
            form start,,1546300800000,
            question,/data/person/age,1546300801000,1546300804500
            question,/data/visits[2]/what,1546300804500,1546300806500
            question,/data/person/age,1546300806500,1546300807000
            form exit,,1546300808000,
            """;

    @Test
    void visitsOfAQuestionAddUp() {
        assertThat(QuestionTimes.read(LOG.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(entry("/data/person/age", 4.0), entry("/data/visits/what", 2.0));
    }

    @Test
    void aFileThatIsNoAuditLogTellsNothing() {
        for (String other : new String[] {"", "\"broken", "a,b\n1,2\n", LOG.replace("1546300801000", "soon")}) {
            assertThat(QuestionTimes.read(other.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }
}
