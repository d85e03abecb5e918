package org.suzhi.analysis.expression;

import java.util.Arrays;
import java.util.List;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;

/**
 * A parsed expression: {@code == != < <= > >= & | ! ( ) + - * /}, numbers, {@code 'text'}, column names and {@code log() exp()
 * sqrt() abs()}. True is 1, false 0, missing NaN; {@code FALSE & missing} is false, {@code TRUE | missing} true.
 */
public final class Expression {
    private final String source;
    private final Node root;

    private Expression(String source, Node root) {
        this.source = source;
        this.root = root;
    }

    /**
     * Parses an expression.
     *
     * @throws AnalysisProblem {@code bad_expression} with the place where reading stopped
     */
    public static Expression parse(String source) {
        return new Expression(source, new ExpressionParser(source).parse());
    }

    /** The value for every row, NaN where missing. */
    public double[] values(Extract extract) {
        Evaluation evaluation = new Evaluation(source, extract);
        return evaluation.values(root);
    }

    /** Whether the condition holds, for every row; missing counts as not. */
    public boolean[] holds(Extract extract) {
        double[] values = values(extract);
        boolean[] holds = new boolean[values.length];
        for (int i = 0; i < holds.length; i++) {
            holds[i] = values[i] != 0 && !Double.isNaN(values[i]);
        }
        return holds;
    }

    /**
     * Value and first derivatives as a function of named variables e1, e2, ….
     *
     * @param at values of e1, e2, …
     * @param gradient filled with the derivatives, same length
     */
    public double valueAndGradient(double[] at, double[] gradient) {
        Dual dual = Dual.of(source, root, at);
        System.arraycopy(dual.derivatives(), 0, gradient, 0, gradient.length);
        return dual.value();
    }

    @Override
    public String toString() {
        return source;
    }

    /** A node of the syntax tree. */
    sealed interface Node {}

    record Constant(double value) implements Node {}

    record Text(String value) implements Node {}

    record Name(String name) implements Node {}

    record Operation(String symbol, List<Node> operands) implements Node {
        Operation {
            operands = List.copyOf(operands);
        }
    }

    /** Evaluates a tree over the rows of an extract. */
    private record Evaluation(String source, Extract extract) {
        double[] values(Node node) {
            if (node instanceof Constant n) {
                double[] constant = new double[extract.rows()];
                Arrays.fill(constant, n.value());
                return constant;
            }
            if (node instanceof Name n) {
                return column(n.name());
            }
            if (node instanceof Operation o) {
                return operation(o);
            }
            throw new AnalysisProblem("text_needs_comparison", source, ((Text) node).value());
        }

        private double[] column(String name) {
            Column column = extract.column(name);
            if (column instanceof NumericColumn numbers) {
                return numbers.toArray();
            }
            CategoryColumn categories = (CategoryColumn) column;
            double[] levelValues = new double[categories.levels().size()];
            for (int l = 0; l < levelValues.length; l++) {
                String text = categories.levels().get(l);
                try {
                    levelValues[l] = Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw new AnalysisProblem("number_due", name, text, "'" + source + "'");
                }
            }
            double[] values = new double[extract.rows()];
            for (int i = 0; i < values.length; i++) {
                values[i] = categories.code(i) < 0 ? Double.NaN : levelValues[categories.code(i)];
            }
            return values;
        }

        private double[] operation(Operation o) {
            Node first = o.operands().get(0);
            if (o.operands().size() == 1) {
                double[] a = values(first);
                for (int i = 0; i < a.length; i++) {
                    a[i] = Arithmetic.unary(o.symbol(), a[i]);
                }
                return a;
            }
            Node second = o.operands().get(1);
            if (second instanceof Text t) {
                return compared(first, t.value(), o.symbol());
            }
            if (first instanceof Text t) {
                return compared(second, t.value(), o.symbol());
            }
            double[] a = values(first);
            double[] b = values(second);
            for (int i = 0; i < a.length; i++) {
                a[i] = Arithmetic.binary(o.symbol(), a[i], b[i]);
            }
            return a;
        }

        private double[] compared(Node node, String text, String symbol) {
            boolean equal = symbol.equals("==");
            if (!(node instanceof Name name) || (!equal && !symbol.equals("!="))) {
                throw new AnalysisProblem("text_needs_comparison", source, text);
            }
            Column column = extract.column(name.name());
            double[] result = new double[extract.rows()];
            if (column instanceof CategoryColumn categories) {
                int code = categories.levels().indexOf(text);
                if (code < 0) {
                    throw new AnalysisProblem(
                            "unknown_level", name.name(), text, source, String.join(", ", categories.levels()));
                }
                for (int i = 0; i < result.length; i++) {
                    int c = categories.code(i);
                    result[i] = c < 0 ? Double.NaN : (c == code) == equal ? 1 : 0;
                }
                return result;
            }
            double number;
            try {
                number = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new AnalysisProblem("number_due", name.name(), text, "'" + source + "'");
            }
            NumericColumn numbers = (NumericColumn) column;
            for (int i = 0; i < result.length; i++) {
                double v = numbers.value(i);
                result[i] = Double.isNaN(v) ? Double.NaN : (v == number) == equal ? 1 : 0;
            }
            return result;
        }
    }
}
