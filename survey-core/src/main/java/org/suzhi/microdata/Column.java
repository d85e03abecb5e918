package org.suzhi.microdata;

import java.util.Optional;

/** A column of an extract: numbers or categories, with missing values carried explicitly. */
public sealed interface Column permits NumericColumn, CategoryColumn {
    /** Number of rows. */
    int size();

    /** Whether the value of a row is missing. */
    boolean isMissing(int row);

    /** Why the value of a row is missing; empty when it is there. */
    Optional<MissingReason> missingReason(int row);

    /** The value of a row as text, empty when missing. */
    String text(int row);
}
