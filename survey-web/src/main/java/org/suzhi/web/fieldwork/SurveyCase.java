package org.suzhi.web.fieldwork;

import org.jspecify.annotations.Nullable;

/**
 * One person or household to be interviewed.
 *
 * @param code unique within the wave, such as {@code v012-007}
 * @param contact absent for a reader who may not see it
 * @param assignedTo id of the user who works on it
 * @param assignee that user's display name
 * @param disposition AAPOR code, once the case has come to its end
 * @param attempts visits and calls so far
 * @param lastOutcome AAPOR code of the last of them
 */
public record SurveyCase(
        long id,
        long waveId,
        String code,
        String psuCode,
        String townCode,
        @Nullable Contact contact,
        @Nullable Long assignedTo,
        @Nullable String assignee,
        CaseStatus status,
        @Nullable String disposition,
        int attempts,
        @Nullable String lastOutcome) {
    /** How to find the respondent. Never exported, never logged. */
    public record Contact(String address, String name, String phone) {
        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    public SurveyCase withoutContact() {
        return new SurveyCase(
                id,
                waveId,
                code,
                psuCode,
                townCode,
                null,
                assignedTo,
                assignee,
                status,
                disposition,
                attempts,
                lastOutcome);
    }
}
