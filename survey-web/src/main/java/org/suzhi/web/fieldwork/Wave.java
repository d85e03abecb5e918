package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One round of the survey, answered on one version of the questionnaire, between two dates.
 *
 * @param plannedMargin half the width of the headline rate's 95 % interval that the wave is to reach, as a share
 */
public record Wave(
        long id,
        long surveyId,
        int year,
        long questionnaireVersionId,
        LocalDate opensOn,
        @Nullable LocalDate closesOn,
        StatutoryLabels labels,
        double plannedMargin) {
    public boolean isOpen(LocalDate today) {
        return !today.isBefore(opensOn) && (closesOn == null || !today.isAfter(closesOn));
    }

    /** Whether a response may be given today: within the wave's dates and those of its labels. */
    public boolean collects(LocalDate today) {
        return isOpen(today) && labels.isValid(today);
    }
}
