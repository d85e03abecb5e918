package org.suzhi.questionnaire.logic;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in expressions: ISO 8601 texts that count as days since 1970-01-01 on the interviewer's wall clock. */
final class Dates {
    private static final double SECONDS_A_DAY = 86_400;
    private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d\\d(:?\\d\\d)?)$");

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private Dates() {}

    /** Days since 1970-01-01 of a date or dateTime, or NaN where the text is neither. */
    static double days(String text) {
        LocalDateTime time = dateTime(text);
        return time == null ? Double.NaN : days(time);
    }

    static double days(LocalDateTime time) {
        double seconds = time.toLocalTime().toNanoOfDay() / 1e9;
        return time.toLocalDate().toEpochDay() + seconds / SECONDS_A_DAY;
    }

    static LocalDateTime fromDays(double days) {
        double whole = Math.floor(days);
        long millis = Math.round((days - whole) * SECONDS_A_DAY * 1000);
        return LocalDate.ofEpochDay((long) whole).atStartOfDay().plusNanos(millis * 1_000_000);
    }

    /** The wall clock time of a date or dateTime, or null. */
    static @Nullable LocalDateTime dateTime(String text) {
        String trimmed = text.strip();
        if (trimmed.length() < 8 || trimmed.indexOf('-') < 4) {
            return null;
        }
        try {
            int t = trimmed.indexOf('T');
            if (t < 0) {
                return LocalDate.parse(trimmed).atStartOfDay();
            }
            LocalDate date = LocalDate.parse(trimmed.substring(0, t));
            LocalTime time = time(trimmed.substring(t + 1));
            return time == null ? null : date.atTime(time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(OFFSET.matcher(text.strip()).replaceFirst(""));
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String text(OffsetDateTime time) {
        return FORMAT.format(time);
    }
}
