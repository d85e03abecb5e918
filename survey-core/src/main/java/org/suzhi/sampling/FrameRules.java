package org.suzhi.sampling;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a frame's reader must know of the survey.
 *
 * @param town the code of the town of that code or name; empty if there is none
 * @param code whether a unit may be called so
 */
public record FrameRules(UnaryOperator<String> town, Predicate<String> code) {
    /** Any town and any code. */
    public static final FrameRules NONE = new FrameRules(UnaryOperator.identity(), code -> true);
}
