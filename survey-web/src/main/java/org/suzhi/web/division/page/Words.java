package org.suzhi.web.division.page;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.suzhi.web.division.PlanTarget;
import org.suzhi.web.division.PlanTarget.Measure;
import org.suzhi.web.publication.Decimals;

/** Words and numbers of the plan in one reader's language. A missing key is an error, so that it is found by a test. */
public record Words(MessageSource messages, Locale locale) {
    String of(String key, Object... parameters) {
        return messages.getMessage(key, parameters, locale);
    }

    String interval(double lower, double upper) {
        return of("number.interval", Decimals.percent(lower), Decimals.percent(upper));
    }

    /** A value in its measure's unit. */
    String value(Measure measure, double value) {
        return switch (measure) {
            case YES_NO -> of(value == 1 ? "division.yes" : "division.no");
            case PERCENT -> Decimals.format("0.##", value) + "%";
            case COUNT, UNQUANTIFIED -> Decimals.format("#,##0", value);
        };
    }

    /** What a target asks for, such as "≥ 5"; in words where the plan gives no number. */
    String goal(PlanTarget target) {
        PlanTarget.Comparison comparison = target.comparison();
        Double value = target.value();
        if (comparison == null || value == null) {
            return of("division.no-number");
        }
        return target.measure() == Measure.YES_NO
                ? value(Measure.YES_NO, value)
                : comparison.sign() + " " + value(target.measure(), value);
    }
}
