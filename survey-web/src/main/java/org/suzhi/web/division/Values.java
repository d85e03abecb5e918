package org.suzhi.web.division;

import java.util.Locale;
import java.util.Optional;
import org.suzhi.web.division.PlanTarget.Measure;

/** Values of targets as people write them. */
public final class Values {
    private Values() {}

    /** The value of a text, in the measure's own unit; empty where it is none. */
    public static Optional<Double> of(String text, Measure measure) {
        String digits = text.strip().replace("％", "%");
        return switch (measure) {
            case YES_NO -> yesOrNo(digits.toLowerCase(Locale.ROOT));
            case PERCENT -> {
                String number = digits.endsWith("%") ? digits.substring(0, digits.length() - 1) : digits;
                yield number.matches("\\d{1,3}(\\.\\d{1,6})?")
                        ? Optional.of(Double.valueOf(number)).filter(value -> value <= 100)
                        : Optional.empty();
            }
            case COUNT, UNQUANTIFIED ->
                digits.matches("\\d{1,7}") ? Optional.of(Double.valueOf(digits)) : Optional.empty();
        };
    }

    private static Optional<Double> yesOrNo(String word) {
        return switch (word) {
            case "1", "yes", "是" -> Optional.of(1.0);
            case "0", "no", "否" -> Optional.of(0.0);
            default -> Optional.empty();
        };
    }

    /** The end of the key that words what a value of the measure must be. */
    public static String rule(Measure measure) {
        return switch (measure) {
            case YES_NO -> "yes-no";
            case PERCENT -> "percent";
            case COUNT, UNQUANTIFIED -> "count";
        };
    }
}
