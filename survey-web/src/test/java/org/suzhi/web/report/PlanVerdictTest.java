package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.suzhi.web.division.PlanTarget;
import org.suzhi.web.division.page.PlanReading;
import org.suzhi.web.division.page.TargetView;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.page.MadeUpSeries;

/** The sample data's plan wants more than 13 %; the rate of 2025 is 13.36 %. */
class PlanVerdictTest {
    private static TargetView ofSurvey(Target surveyTarget) {
        PublishedSeries made = MadeUpSeries.fiveWaves();
        PublishedSeries series = new PublishedSeries(
                made.survey(), surveyTarget, made.waves(), made.verdict(), made.context(), made.synthetic());
        PlanReading plan = MadeUpPlan.reading(
                        series.upTo(2025),
                        ReportFilesTest.texts("en", MadeUpSeries.publishing(series))
                                .messages(),
                        Locale.ENGLISH)
                .orElseThrow();
        PlanTarget wanted = plan.division().targets().stream()
                .filter(PlanTarget::isOfSurvey)
                .findFirst()
                .orElseThrow();
        return plan.target(wanted);
    }

    @Test
    void aPlanIsHeldAgainstItsOwnNumberNotTheSurveys() {
        TargetView easier = ofSurvey(new Target("literacy_rate", ">", 0.04, 2025));
        TargetView same = ofSurvey(new Target("literacy_rate", ">", 0.13, 2025));
        assertThat(same.state()).isEqualTo("verdict-not_settled");
        assertThat(easier).isEqualTo(same);
    }

    @Test
    void aTargetOfAnotherIndicatorHasNoVerdict() {
        assertThat(ofSurvey(new Target("another_rate", ">", 0.13, 2025)).state())
                .isEqualTo("unpublished");
    }

    @Test
    void aTargetIsWrittenWithItsSign() {
        assertThat(new Target("literacy_rate", ">=", 0.03, 2025).sign()).isEqualTo("≥");
        assertThat(new Target("literacy_rate", ">", 0.13, 2025).sign()).isEqualTo(">");
        assertThat(new Target("literacy_rate", "<=", 0.03, 2025).sign()).isEqualTo("≤");
    }
}
