package org.suzhi.web.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterviewerEffectTest {
    @Test
    void unequalLoadsGiveTheValueOfR() {
        // R: y <- c(60,62,71,55,58,80,84,90,77,65,66); g <- factor(c(1,1,1,2,2,3,3,3,3,4,4)); m <- anova(lm(y ~ g))
        // ms <- m[["Mean Sq"]]; n <- table(g); n0 <- (11 - sum(n^2) / 11) / 3; (ms[1] - ms[2]) / (ms[1] + (n0 - 1) *
        // ms[2])
        var effect = InterviewerEffect.ofScores(List.of(
                        List.of(60.0, 62.0, 71.0),
                        List.of(55.0, 58.0),
                        List.of(80.0, 84.0, 90.0, 77.0),
                        List.of(65.0, 66.0)))
                .orElseThrow();
        assertThat(effect.correlation()).isCloseTo(0.848624798064827, within(1e-12));
        assertThat(effect.meanLoad()).isCloseTo((11 - 33.0 / 11) / 3, within(1e-12));
    }

    @Test
    void interviewersWhoGetTheSameScoresHaveNoEffect() {
        var effect = InterviewerEffect.ofScores(List.of(List.of(50.0, 70.0), List.of(50.0, 70.0)))
                .orElseThrow();
        // MSB = 0, so the estimate is -1 / (n0 - 1).
        assertThat(effect.correlation()).isCloseTo(-1.0, within(1e-12));
    }

    @Test
    void oneInterviewerOrOneInterviewEachTellsNothing() {
        assertThat(InterviewerEffect.ofScores(List.of(List.of(1.0, 2.0)))).isEmpty();
        assertThat(InterviewerEffect.ofScores(List.of(List.of(1.0), List.of(2.0))))
                .isEmpty();
    }
}
