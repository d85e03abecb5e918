package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One round of the survey, answered on one version of the questionnaire, between two dates. */
public record Wave(
        long id,
        long surveyId,
        int year,
        long questionnaireVersionId,
        LocalDate opensOn,
        @Nullable LocalDate closesOn) {
    public boolean isOpen(LocalDate today) {
        return !today.isBefore(opensOn) && (closesOn == null || !today.isAfter(closesOn));
    }
}
