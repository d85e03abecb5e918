package org.suzhi.web.questionnaire;

import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.response.PublishedForm;

/**
 * A published version of a questionnaire; it never changes.
 *
 * @param xform the ODK XForm that clients fetch
 * @param form the same, compiled for checking submissions
 */
public record PublishedQuestionnaire(
        long id,
        String formId,
        String version,
        String title,
        String xform,
        String sha256,
        PublishedForm form,
        ScoringKey scoring) {}
