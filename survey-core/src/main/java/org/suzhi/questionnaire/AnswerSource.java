package org.suzhi.questionnaire;

/** Where a key finds the answers it scores. */
@FunctionalInterface
public interface AnswerSource {
    /** The answer of an item by its name, "" where there is none. */
    String valueOf(String item);
}
