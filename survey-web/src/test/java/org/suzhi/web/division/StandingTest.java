package org.suzhi.web.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suzhi.web.division.PlanTarget.Aspiration;
import org.suzhi.web.division.PlanTarget.Comparison;
import org.suzhi.web.division.PlanTarget.Measure;
import org.suzhi.web.division.Standing.State;

class StandingTest {
    private static PlanTarget target(@Nullable Comparison comparison, @Nullable Double value) {
        return new PlanTarget(
                "T",
                "base",
                new Name("基地", ""),
                comparison,
                value,
                Measure.COUNT,
                2025,
                "",
                "",
                "",
                null,
                Aspiration.NO,
                PlanTarget.ENTERED);
    }

    private static TargetValue value(double value, String asOf, TargetValue.@Nullable Withdrawal withdrawal) {
        return new TargetValue(
                1, "base", "", value, LocalDate.parse(asOf), "", "a.txt", "", null, Instant.EPOCH, withdrawal);
    }

    /** Values as {@code 3@2024-12-31}, in the order of their days. */
    @ParameterizedTest
    @CsvSource({
        "2025-12-31, , NO_VALUE",
        "2026-01-01, , NO_VALUE_AT_DEADLINE",
        "2025-06-01, 3@2024-12-31, UNDER_WAY",
        "2026-06-01, 3@2024-12-31, MISSED",
        "2026-06-01, 5@2025-12-31, REACHED",
        "2026-06-01, 3@2024-12-31 6@2026-01-01, REACHED_LATE",
        "2026-06-01, 5@2024-12-31 6@2026-01-01, REACHED",
        "2025-06-01, 5@2024-12-31 4@2025-05-01, UNDER_WAY",
        "2026-06-01, 5@2024-12-31 4@2026-05-01, MISSED",
    })
    void theNewestValueTellsAndTheDeadlineDatesIt(String today, @Nullable String values, State state) {
        List<TargetValue> newestFirst = new ArrayList<>();
        for (String one : values == null ? new String[0] : values.split(" ", -1)) {
            int at = one.indexOf('@');
            newestFirst.add(value(Double.parseDouble(one.substring(0, at)), one.substring(at + 1), null));
        }
        Collections.reverse(newestFirst);
        assertThat(Standing.of(target(Comparison.AT_LEAST, 5.0), newestFirst, LocalDate.parse(today))
                        .state())
                .isEqualTo(state);
    }

    @Test
    void aWithdrawnValueAndATownsShareDoNotCount() {
        TargetValue withdrawn = value(5, "2025-06-01", new TargetValue.Withdrawal("wrong", "somebody", Instant.EPOCH));
        TargetValue town = new TargetValue(
                2, "base", "t01", 9, LocalDate.parse("2025-06-01"), "", "a.txt", "", null, Instant.EPOCH, null);
        assertThat(Standing.of(target(Comparison.AT_LEAST, 5.0), List.of(town, withdrawn), LocalDate.of(2025, 7, 1)))
                .isEqualTo(new Standing(State.NO_VALUE, null));
    }

    @Test
    void withoutANumberNothingIsJudged() {
        assertThat(Standing.of(target(null, null), List.of(value(7, "2025-01-01", null)), LocalDate.of(2030, 1, 1))
                        .state())
                .isEqualTo(State.NO_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "5, COUNT, 5",
        "5.5, COUNT, ",
        "-1, COUNT, ",
        "96.4%, PERCENT, 96.4",
        "100.1, PERCENT, ",
        "是, YES_NO, 1",
        "2, YES_NO, "
    })
    void valuesAreReadInTheirMeasure(String text, Measure measure, @Nullable Double value) {
        assertThat(Values.of(text, measure).orElse(null)).isEqualTo(value);
    }

    @Test
    void evidenceIsWhatItsNameSays() {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        assertThat(Evidence.of("a/b\\证明.PDF", pdf).orElseThrow().name()).isEqualTo("证明.PDF");
        assertThat(Evidence.of("a.png", pdf)).isEmpty();
        assertThat(Evidence.of("a.html", pdf)).isEmpty();
        assertThat(Evidence.of("a.pdf", new byte[0])).isEmpty();
        assertThat(Evidence.of("a.txt", new byte[] {65, 0})).isEmpty();
    }
}
