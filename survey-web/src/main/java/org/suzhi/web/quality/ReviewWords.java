package org.suzhi.web.quality;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** The review's texts in one language. */
final class ReviewWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private final MessageSource messages;
    private final Locale locale;

    ReviewWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage("quality." + key, arguments, locale);
    }

    String flag(Flag flag) {
        String code = flag.kind().code();
        return of(
                "flag." + code + ".found",
                number(flag, flag.value()),
                number(flag, flag.threshold()),
                Long.toString(flag.other()));
    }

    private String number(Flag flag, double value) {
        return switch (flag.kind()) {
            case SPEEDING, FAR -> String.format(locale, "%.1f", value);
            case NIGHT -> String.format(locale, "%.0f", value);
            default -> String.format(locale, "%.0f%%", 100 * value);
        };
    }

    static String minute(OffsetDateTime time) {
        return MINUTE.format(time);
    }

    static String minute(Optional<OffsetDateTime> time) {
        return time.map(MINUTE::format).orElse("");
    }
}
