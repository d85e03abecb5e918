package org.suzhi.web.export.table;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The newest revision of an approved response.
 *
 * @param interviewer number of the user who sent it
 * @param sampled the PSU that it belongs to, absent for a respondent outside the sample
 * @param answers typed answers by item name, or by path where the form uses a name twice
 * @param given every text of the submission by path; an item that was not asked has no entry
 */
public record StoredResponse(
        long number,
        String mode,
        int revision,
        OptionalLong interviewer,
        OffsetDateTime receivedAt,
        Optional<Sampled> sampled,
        Map<String, Object> answers,
        Map<String, List<String>> given,
        List<String> groups,
        OptionalDouble score,
        Map<String, Double> dimensions) {
    /**
     * The PSU of a respondent.
     *
     * @param probability inclusion probability of the PSU
     * @param population persons of the target population in the PSU
     * @param invited persons drawn in the PSU
     */
    public record Sampled(
            String psu,
            String town,
            String stratum,
            String residence,
            double probability,
            int population,
            int invited) {
        public double designWeight() {
            return population / (probability * invited);
        }
    }

    public StoredResponse {
        answers = Map.copyOf(answers);
        given = Map.copyOf(given);
        groups = List.copyOf(groups);
        dimensions = Map.copyOf(dimensions);
    }

    /** The answer of an item as text, "" if there is none. */
    public String text(String name) {
        return String.valueOf(answers.getOrDefault(name, ""));
    }
}
