package org.suzhi.sample;

import java.util.List;

/**
 * An invited adult who took part.
 *
 * @param answers choice names of the scored items, in the order of the scoring sheet
 * @param score the 100-point score of these answers
 */
public record Respondent(SampledVillage place, Person person, List<String> answers, int score) {

    public Respondent {
        answers = List.copyOf(answers);
    }
}
