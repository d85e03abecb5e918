package org.suzhi.sample;

import java.util.OptionalInt;

/**
 * An adult who was invited, by whatever sample.
 *
 * @param score the 100-point score of one who took part; empty for one who did not
 */
public record Invited(Person person, OptionalInt score) {
    public boolean tookPart() {
        return score.isPresent();
    }
}
