package org.suzhi.web.division.page;

/**
 * A target and where it stands, in the reader's language.
 *
 * @param key of its page
 * @param printed its name as the plan prints it; "" where {@code name} is that
 * @param goal such as "≥ 5"
 * @param deadline last year; "" where there is none
 * @param aspiration no, yes or unclear
 * @param value the newest value; "" where there is none
 * @param asOf its date; for a rate its year; "" where there is none
 * @param state the end of the key of the state's text, or a verdict's label in {@code label}
 */
public record TargetView(
        String key,
        String name,
        String printed,
        String goal,
        String deadline,
        String aspiration,
        String value,
        String asOf,
        String state,
        String label,
        boolean entered,
        boolean ofSurvey) {}
