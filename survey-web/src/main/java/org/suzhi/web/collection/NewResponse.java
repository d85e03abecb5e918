package org.suzhi.web.collection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked response on its way into the store.
 *
 * @param xml the submission as it came
 * @param sha256 of those bytes, in hex
 * @param answers the typed answers by item name, as JSON
 * @param groups codes of the priority groups that the respondent belongs to
 * @param score 0 to 100, absent when none of the scored items was asked
 * @param dimensions points by dimension, as JSON
 * @param caseId the case that it answers
 * @param linkId the respondent's link that it came by
 * @param files names of the files that answers name
 */
public record NewResponse(
        String instanceId,
        long waveId,
        long questionnaireVersionId,
        Mode mode,
        @Nullable Long submittedBy,
        String xml,
        String sha256,
        String answers,
        List<String> groups,
        @Nullable BigDecimal score,
        String dimensions,
        @Nullable Long caseId,
        @Nullable Long linkId,
        Set<String> files) {
    public NewResponse {
        groups = List.copyOf(groups);
        files = Set.copyOf(files);
    }
}
