package org.suzhi.analysis.expression;

/** The operators on single numbers, with NaN as missing. */
final class Arithmetic {
    private Arithmetic() {}

    static double unary(String symbol, double a) {
        return switch (symbol) {
            case "-" -> -a;
            case "!" -> Double.isNaN(a) ? a : a == 0 ? 1 : 0;
            case "log" -> Math.log(a);
            case "exp" -> Math.exp(a);
            case "sqrt" -> Math.sqrt(a);
            case "abs" -> Math.abs(a);
            default -> throw new IllegalStateException(symbol);
        };
    }

    static double binary(String symbol, double a, double b) {
        return switch (symbol) {
            case "&" -> a == 0 || b == 0 ? 0 : Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : 1;
            case "|" -> holds(a) || holds(b) ? 1 : Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : 0;
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : comparison(symbol, a, b) ? 1 : 0;
        };
    }

    private static boolean holds(double a) {
        return a != 0 && !Double.isNaN(a);
    }

    private static boolean comparison(String symbol, double a, double b) {
        return switch (symbol) {
            case "==" -> a == b;
            case "!=" -> a != b;
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            default -> throw new IllegalStateException(symbol);
        };
    }
}
