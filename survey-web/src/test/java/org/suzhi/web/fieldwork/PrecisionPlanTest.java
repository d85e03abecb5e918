package org.suzhi.web.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PrecisionPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 1);

    @Test
    void halvingTheMarginTakesFourTimesTheResponses() {
        PrecisionPlan plan = new PrecisionPlan(400, 0.03, 0.015);
        assertThat(plan.needed()).isEqualTo(1600);
        assertThat(plan.remaining()).isEqualTo(1200);
    }

    @Test
    void aPartOfAResponseIsAWholeOne() {
        // 1000 x (1.8 / 1.5)^2 = 1440 exactly; 1001 x 1.44 = 1441.44.
        assertThat(new PrecisionPlan(1000, 0.018, 0.015).needed()).isEqualTo(1440);
        assertThat(new PrecisionPlan(1001, 0.018, 0.015).needed()).isEqualTo(1442);
    }

    @Test
    void theDayFollowsFromThePaceOfAWeek() {
        // 440 to come at 77 a week, 11 a day: 40 days.
        PrecisionPlan plan = new PrecisionPlan(1000, 0.018, 0.015);
        assertThat(plan.finishedOn(TODAY, 77)).contains(LocalDate.of(2025, 8, 10));
        assertThat(plan.finishedOn(TODAY, 0)).isEmpty();
    }

    @Test
    void aPlanThatIsReachedIsFinishedToday() {
        PrecisionPlan plan = new PrecisionPlan(2000, 0.014, 0.015);
        assertThat(plan.remaining()).isZero();
        assertThat(plan.finishedOn(TODAY, 0)).contains(TODAY);
    }
}
