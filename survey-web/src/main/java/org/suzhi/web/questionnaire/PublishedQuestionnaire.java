package org.suzhi.web.questionnaire;

import java.util.List;
import java.util.Map;
import org.suzhi.questionnaire.ScoringKey;
import org.suzhi.response.Item;
import org.suzhi.response.PublishedForm;
import org.suzhi.response.Wording;

/**
 * A published version of a questionnaire; it never changes.
 *
 * @param xform the ODK XForm that clients fetch
 * @param md5 of the XForm, in hex, as the OpenRosa protocol asks for it
 * @param form the same, compiled for checking submissions
 * @param media the files that the form needs besides
 */
public record PublishedQuestionnaire(
        long id,
        String formId,
        String version,
        String title,
        String xform,
        String sha256,
        String md5,
        PublishedForm form,
        ScoringKey scoring,
        List<FormMedia> media) {
    public PublishedQuestionnaire {
        media = List.copyOf(media);
    }

    /** What the first item of that name offers, by value; empty where there is none. */
    public Map<String, Wording> choices(String item) {
        return form.items().stream()
                .filter(i -> i.name().equals(item))
                .findFirst()
                .map(Item::choices)
                .orElse(Map.of());
    }
}
