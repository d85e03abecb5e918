package org.suzhi.web.export.table;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suzhi.microdata.MissingReason;

/** Times as a submission writes them, such as {@code 2025-03-01T10:00:00.000+08:00}. */
final class Times {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private Times() {}

    /** The time that a text tells, absent where it tells none; without an offset it is taken as UTC. */
    static Optional<OffsetDateTime> moment(String text) {
        try {
            var time = MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime zoned
                            ? zoned
                            : LocalDateTime.from(time).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Minutes between two items that hold times. */
    static Cell minutes(StoredResponse response, String start, String end) {
        Optional<OffsetDateTime> from = at(response, start);
        Optional<OffsetDateTime> to = at(response, end);
        return from.isPresent() && to.isPresent()
                ? new Cell.Real(Duration.between(from.get(), to.get()).toMillis() / 60_000.0)
                : new Cell.Missing(MissingReason.NOT_ANSWERED);
    }

    private static Optional<OffsetDateTime> at(StoredResponse response, String path) {
        return response.given().getOrDefault(path, List.of()).stream()
                .findFirst()
                .flatMap(Times::moment);
    }
}
