package org.suzhi.web.publication;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as published texts write them, alike in both languages. */
public final class Decimals {
    private static final Pattern SIGNED_ZERO = Pattern.compile("[+−-]0(\\.0+)?%?");

    private Decimals() {}

    /** A percentage with two decimals, as national surveys publish them. */
    public static String percent(double proportion) {
        return format("0.00%", proportion);
    }

    /** A percentage without needless decimals: 0.13 is "13%", 0.125 is "12.5%". */
    public static String shortPercent(double proportion) {
        return format("0.##%", proportion);
    }

    /** A number by a pattern of {@link DecimalFormat}; "–" where there is none. What rounds to zero has no sign. */
    public static String format(String pattern, double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String text = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        return SIGNED_ZERO.matcher(text).matches() ? text.substring(1) : text;
    }
}
