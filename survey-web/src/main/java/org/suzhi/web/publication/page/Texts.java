package org.suzhi.web.publication.page;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Publications;

/** Words and numbers in one reader's language. A missing key is an error, so that it is found by a test. */
public record Texts(MessageSource messages, Locale locale, Publications publications) {
    public String of(String key, Object... parameters) {
        return messages.getMessage(key, parameters, locale);
    }

    /** The name of a level of a dimension, such as a town's. */
    public String level(String dimension, String level) {
        return publications.levelName(dimension, level, locale).orElseGet(() -> switch (dimension) {
            case "level" -> of("measure.level", level);
            case "part" -> or("level.part." + level, level);
            default -> dimension.startsWith("choice") ? level : of("level." + dimension + "." + level);
        });
    }

    /** The name of a dimension, such as a question of several choices. */
    public String dimension(String dimension) {
        String question = dimension.startsWith("choice.") ? dimension.substring("choice.".length()) : "";
        return question.isEmpty()
                ? of("dimension." + dimension)
                : publications.levelName("choice", question, locale).orElse(question);
    }

    /** A text, or another where the bundles have none of that key. */
    String or(String key, String otherwise) {
        String text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }

    /** The name of a variable by its column, in the middle of a sentence. */
    public String variable(String column) {
        String name = messages.getMessage("method.variable." + column, null, column, locale);
        return name == null ? column : name;
    }

    /** "zh-CN" or "en", as in {@code <html lang>} and {@code ?lang=}. */
    public String language() {
        return of("page.lang");
    }

    public static String percent(double proportion) {
        return Decimals.percent(proportion);
    }

    /** A percentage without needless decimals: 0.13 is "13%", 0.125 is "12.5%". */
    public static String shortPercent(double proportion) {
        return Decimals.shortPercent(proportion);
    }

    public String interval(double lower, double upper) {
        return Double.isNaN(lower) || Double.isNaN(upper) ? "–" : of("number.interval", percent(lower), percent(upper));
    }

    /** Whole percent; never 0 % or 100 %, which no sample can tell. */
    public String probability(double probability) {
        if (Double.isNaN(probability)) {
            return of("number.unknown");
        }
        if (probability > 0.99) {
            return of("number.above", "99%");
        }
        return probability < 0.01 ? of("number.below", "1%") : number("0%", probability);
    }

    /** A signed difference of proportions in percentage points: 0.0107 is "+1.07". */
    public static String points(double difference) {
        return number("+0.00;−0.00", 100 * difference);
    }

    public static String count(int count) {
        return number("#,##0", count);
    }

    public static String number(String pattern, double value) {
        return Decimals.format(pattern, value);
    }
}
