package org.suzhi.sampling;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Numbers in cells of tables, read and written. */
final class Numbers {
    private Numbers() {}

    /** A whole number, also written as 1,786 or 1786.0. */
    static Optional<Integer> whole(String cell) {
        try {
            String digits = cell.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.0*)?") ? cell.replace(",", "") : cell;
            return digits.length() > 20 ? Optional.empty() : Optional.of(new BigDecimal(digits).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Fifteen digits without an exponent, the same on every Java. */
    static String text(double number) {
        BigDecimal digits = new BigDecimal(number).round(new MathContext(15));
        return digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString();
    }
}
