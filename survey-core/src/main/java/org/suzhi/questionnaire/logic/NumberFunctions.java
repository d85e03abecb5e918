package org.suzhi.questionnaire.logic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import org.jaxen.JaxenException;

/** Functions of numbers and of truth values. */
final class NumberFunctions {
    private NumberFunctions() {}

    static void addTo(Map<String, OdkFunction> functions) {
        functions.put(
                "number",
                new OdkFunction(0, 1, a -> a.size() == 0 ? (Object) Values.number(a.node()) : (Object) a.number(0)));
        functions.put("int", new OdkFunction(1, 1, a -> truncate(a.number(0))));
        functions.put(
                "round",
                new OdkFunction(1, 2, a -> a.size() == 1 ? round(a.number(0)) : round(a.number(0), a.number(1))));
        functions.put("floor", unary(Math::floor));
        functions.put("ceiling", unary(Math::ceil));
        functions.put("abs", unary(Math::abs));
        functions.put("sqrt", unary(Math::sqrt));
        functions.put("exp", unary(Math::exp));
        functions.put("exp10", unary(x -> Math.pow(10, x)));
        functions.put("log", unary(Math::log));
        functions.put("log10", unary(Math::log10));
        functions.put("sin", unary(Math::sin));
        functions.put("cos", unary(Math::cos));
        functions.put("tan", unary(Math::tan));
        functions.put("asin", unary(Math::asin));
        functions.put("acos", unary(Math::acos));
        functions.put("atan", unary(Math::atan));
        functions.put("atan2", new OdkFunction(2, 2, a -> Math.atan2(a.number(0), a.number(1))));
        functions.put("pow", new OdkFunction(2, 2, a -> Math.pow(a.number(0), a.number(1))));
        functions.put("pi", new OdkFunction(0, 0, a -> Math.PI));
        functions.put(
                "random", new OdkFunction(0, 0, a -> ThreadLocalRandom.current().nextDouble()));
        functions.put(
                "sum",
                new OdkFunction(
                        1,
                        1,
                        a -> a.spread(0).stream().mapToDouble(Values::number).sum()));
        functions.put(
                "min",
                new OdkFunction(
                        1,
                        OdkFunction.ANY,
                        a -> Arrays.stream(a.numbers()).min().orElse(Double.NaN)));
        functions.put(
                "max",
                new OdkFunction(
                        1,
                        OdkFunction.ANY,
                        a -> Arrays.stream(a.numbers()).max().orElse(Double.NaN)));
        functions.put("boolean", new OdkFunction(1, 1, a -> a.truth(0)));
        functions.put("not", new OdkFunction(1, 1, a -> !a.truth(0)));
        functions.put("true", new OdkFunction(0, 0, a -> true));
        functions.put("false", new OdkFunction(0, 0, a -> false));
        functions.put("if", new OdkFunction(3, 3, a -> a.truth(0) ? a.value(1) : a.value(2)));
        functions.put("coalesce", new OdkFunction(2, OdkFunction.ANY, NumberFunctions::coalesce));
        functions.put("checklist", new OdkFunction(2, OdkFunction.ANY, a -> {
            long checked = a.spread(2).stream().filter(Values::truth).count();
            return within((double) checked, a.number(0), a.number(1));
        }));
        functions.put("weighted-checklist", new OdkFunction(2, OdkFunction.ANY, a -> {
            double weight = 0;
            for (int i = 2; i + 1 < a.size(); i += 2) {
                weight += a.truth(i) ? a.number(i + 1) : 0;
            }
            return within(weight, a.number(0), a.number(1));
        }));
    }

    private static OdkFunction unary(DoubleUnaryOperator operator) {
        return new OdkFunction(1, 1, a -> operator.applyAsDouble(a.number(0)));
    }

    private static boolean within(double value, double least, double most) {
        return (least < 0 || value >= least) && (most < 0 || value <= most);
    }

    private static Object coalesce(Arguments a) throws JaxenException {
        for (int i = 0; i < a.size(); i++) {
            Object value = a.value(i);
            if (!Values.string(value).isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static double truncate(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    /** Halves go away from zero, as ODK clients have it; XPath's go up. */
    static double round(double x) {
        return Double.isNaN(x) || Double.isInfinite(x) ? x : Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
    }

    private static double round(double x, double places) {
        return Double.isNaN(x) || Double.isInfinite(x)
                ? x
                : BigDecimal.valueOf(x)
                        .setScale((int) places, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
