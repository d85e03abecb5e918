package org.suzhi.web.export.table;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.suzhi.microdata.MissingReason;

/** One value of a row. */
public sealed interface Cell {
    /** No value can be known, such as the weight of a respondent outside the sample. */
    Cell NONE = new None();

    record Real(double value) implements Cell {}

    /** A choice, by its place among the variable's categories. */
    record Choice(int category) implements Cell {}

    record Text(String text) implements Cell {}

    record Moment(OffsetDateTime value) implements Cell {}

    record Day(LocalDate value) implements Cell {}

    /** An answer that is not there, and why. */
    record Missing(MissingReason reason) implements Cell {}

    record None() implements Cell {}

    /** The letter of a reason in every format: Stata's extended missing values {@code .a}, {@code .b}, {@code .c}. */
    static char letter(MissingReason reason) {
        return switch (reason) {
            case NOT_ASKED -> 'a';
            case NOT_ANSWERED -> 'b';
            case REFUSED -> 'c';
        };
    }
}
