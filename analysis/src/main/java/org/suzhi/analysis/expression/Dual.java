package org.suzhi.analysis.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.AnalysisRefusal;

/** A value with its derivatives by e1, e2, …: forward differentiation of an expression. */
final class Dual {
    private static final Pattern ESTIMATE = Pattern.compile("e([1-9][0-9]{0,6})");

    private final double value;
    private final double[] derivatives;

    private Dual(double value, double[] derivatives) {
        this.value = value;
        this.derivatives = derivatives;
    }

    double value() {
        return value;
    }

    double[] derivatives() {
        return derivatives;
    }

    static Dual of(String source, Expression.Node node, double[] at) {
        if (node instanceof Expression.Constant n) {
            return new Dual(n.value(), new double[at.length]);
        }
        if (node instanceof Expression.Name n) {
            Matcher matcher = ESTIMATE.matcher(n.name());
            int index = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
            if (index < 1 || index > at.length) {
                throw new AnalysisRefusal("unknown_estimate_row", n.name(), source, at.length);
            }
            double[] d = new double[at.length];
            d[index - 1] = 1;
            return new Dual(at[index - 1], d);
        }
        if (!(node instanceof Expression.Operation o)) {
            throw new AnalysisProblem("text_needs_comparison", source, ((Expression.Text) node).value());
        }
        Dual a = of(source, o.operands().get(0), at);
        if (o.operands().size() == 1) {
            double v = Arithmetic.unary(o.symbol(), a.value);
            return a.chain(v, derivative(source, o.symbol(), a.value, v), a, 0);
        }
        Dual b = of(source, o.operands().get(1), at);
        double v = Arithmetic.binary(o.symbol(), a.value, b.value);
        return switch (o.symbol()) {
            case "+" -> a.chain(v, 1, b, 1);
            case "-" -> a.chain(v, 1, b, -1);
            case "*" -> a.chain(v, b.value, b, a.value);
            case "/" -> a.chain(v, 1 / b.value, b, -a.value / (b.value * b.value));
            default -> throw new AnalysisProblem("not_differentiable", source, o.symbol());
        };
    }

    private static double derivative(String source, String symbol, double a, double value) {
        return switch (symbol) {
            case "-" -> -1;
            case "log" -> 1 / a;
            case "exp" -> value;
            case "sqrt" -> 0.5 / value;
            case "abs" -> Math.signum(a);
            default -> throw new AnalysisProblem("not_differentiable", source, symbol);
        };
    }

    private Dual chain(double v, double da, Dual b, double db) {
        double[] d = new double[derivatives.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = da * derivatives[i] + (db == 0 ? 0 : db * b.derivatives[i]);
        }
        return new Dual(v, d);
    }
}
