package org.suzhi.analysis.specification;

import java.util.Locale;
import org.suzhi.microdata.Message;

/** What a specification should have had, and what it had, in words of the reader's language. */
enum Wanted {
    CLASSES,
    COUNT,
    DEFF,
    DEGREES_OF_FREEDOM,
    DIFFERENT_LEVELS,
    LIST,
    LISTS_OF_CELLS,
    MAPPING,
    NOTHING,
    NUMBER,
    NUMBER_ABOVE_0,
    NUMBER_ABOVE_1,
    NUMBER_FROM_1,
    NUMBER_WITHIN_0_1,
    NUMBERS_ABOVE_0,
    NUMBERS_FROM_0,
    NUMBERS_FROM_0_TO_1,
    SETS,
    SHARES,
    SINGLE_VALUE,
    TRUE_OR_FALSE,
    TWO_NUMBERS,
    WEIGHT_LIMIT;

    Message words() {
        return new Message("org.suzhi.analysis.wanted", name().toLowerCase(Locale.ROOT));
    }
}
