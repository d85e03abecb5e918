package org.suzhi.response;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/** One item's answer, typed as the form's bind says. An item without an answer has none. */
public sealed interface Answer {
    /** The answer as it stands in the submission. */
    String text();

    /** Text, barcodes and whatever else is kept as it is. */
    record Text(String text) implements Answer {}

    record Whole(String text, long value) implements Answer {}

    record Real(String text, double value) implements Answer {}

    /** The choice of a select one. */
    record Choice(String text) implements Answer {}

    /** The choices of a select multiple, or of a rank in its order. */
    record Choices(String text, List<String> values) implements Answer {
        public Choices {
            values = List.copyOf(values);
        }
    }

    record Day(String text, LocalDate value) implements Answer {}

    record TimeOfDay(String text, LocalTime value) implements Answer {}

    record Moment(String text, OffsetDateTime value) implements Answer {}

    /** A place: degrees north and east, metres above the sea, metres of accuracy (0 if not told). */
    record Place(String text, double latitude, double longitude, double altitude, double accuracy) implements Answer {}

    /** The name of a file sent along. */
    record Attachment(String text) implements Answer {}
}
