package org.suzhi.web.publication;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as published texts write them, alike in both languages. */
public final class Decimals {
    private Decimals() {}

    /** A percentage with two decimals, as national surveys publish them. */
    public static String percent(double proportion) {
        return format("0.00%", proportion);
    }

    /** A percentage without needless decimals: 0.13 is "13%", 0.125 is "12.5%". */
    public static String shortPercent(double proportion) {
        return format("0.##%", proportion);
    }

    /** A number by a pattern of {@link DecimalFormat}. */
    public static String format(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
