package org.suzhi.response;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types a bind can give, and how their values are written in a submission. */
public enum DataType {
    STRING,
    INT,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIME,
    DATE_TIME,
    GEOPOINT,
    GEOTRACE,
    GEOSHAPE,
    BINARY;

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,255}");

    /** "10:30:00.000+08:00", the seconds, their fraction and the offset optional, the offset also "+08". */
    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(CLOCK)
            .toFormatter(Locale.ROOT);

    /** The type a bind names, with or without a prefix; null if it is unknown. */
    static @Nullable DataType of(String name) {
        return switch (name.substring(name.indexOf(':') + 1)) {
            case "string", "barcode", "select", "select1", "rank", "intent", "anyURI", "" -> STRING;
            case "int", "integer", "long", "short", "byte" -> INT;
            case "decimal", "double", "float" -> DECIMAL;
            case "boolean" -> BOOLEAN;
            case "date" -> DATE;
            case "time" -> TIME;
            case "dateTime" -> DATE_TIME;
            case "geopoint" -> GEOPOINT;
            case "geotrace" -> GEOTRACE;
            case "geoshape" -> GEOSHAPE;
            case "binary", "base64Binary" -> BINARY;
            default -> null;
        };
    }

    /** The typed answer, or null if the text is none of this type. */
    @Nullable
    Answer parse(String text) {
        try {
            return switch (this) {
                case STRING -> new Answer.Text(text);
                case INT -> INTEGER.matcher(text).matches() ? new Answer.Whole(text, Long.parseLong(text)) : null;
                case DECIMAL -> NUMBER.matcher(text).matches() ? new Answer.Real(text, Double.parseDouble(text)) : null;
                case BOOLEAN -> List.of("true", "false", "1", "0").contains(text) ? new Answer.Text(text) : null;
                case DATE -> new Answer.Day(text, LocalDate.parse(text));
                case TIME -> new Answer.TimeOfDay(text, LocalTime.parse(text, CLOCK));
                case DATE_TIME -> new Answer.Moment(text, moment(text));
                case GEOPOINT -> place(text);
                case GEOTRACE, GEOSHAPE ->
                    Stream.of(text.strip().split(";", -1)).allMatch(point -> place(point) != null)
                            ? new Answer.Text(text)
                            : null;
                case BINARY ->
                    FILE_NAME.matcher(text).matches() && !text.equals(".") && !text.equals("..")
                            ? new Answer.Attachment(text)
                            : null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static OffsetDateTime moment(String text) {
        var parsed = MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime time
                ? time
                : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
    }

    private static Answer.@Nullable Place place(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        if (parts.length < 2 || parts.length > 4) {
            return null;
        }
        double[] numbers = new double[4];
        for (int i = 0; i < parts.length; i++) {
            if (!NUMBER.matcher(parts[i]).matches()) {
                return null;
            }
            numbers[i] = Double.parseDouble(parts[i]);
        }
        boolean onEarth = Math.abs(numbers[0]) <= 90 && Math.abs(numbers[1]) <= 180;
        return onEarth ? new Answer.Place(text, numbers[0], numbers[1], numbers[2], numbers[3]) : null;
    }
}
