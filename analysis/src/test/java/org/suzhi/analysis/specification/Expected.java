package org.suzhi.analysis.specification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Compares a result with an expected one: every expected value must be there and agree, {@code |got − expected| ≤ atol + rtol
 * · |expected|}, with the tolerances that the reference cases document.
 */
final class Expected {
    private static final Set<String> ERRORS = Set.of(
            "se",
            "ciLower",
            "ciUpper",
            "pValue",
            "covariance",
            "statistic",
            "deff",
            "t",
            "varianceWithin",
            "varianceBetween",
            "fractionMissingInfo",
            "df1",
            "df2",
            "lambda");

    private final Map<?, ?> specification;
    private final List<String> differences;

    Expected(Map<?, ?> specification, List<String> differences) {
        this.specification = specification;
        this.differences = differences;
    }

    static Object read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Object parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(50_000_000);
        return new Yaml(new SafeConstructor(options)).load(text);
    }

    void compare(String place, Object expected, Object got, double size, Context context) {
        if (expected instanceof Map<?, ?> map) {
            map(place, map, got, size, context);
        } else if (expected instanceof List<?> list) {
            if (!(got instanceof List<?> other) || other.size() != list.size()) {
                differences.add(place + ": expected a list of " + list.size() + ", got " + brief(got));
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                compare(place + "[" + i + "]", list.get(i), other.get(i), size, context);
            }
        } else if (expected instanceof Number || isNumber(expected)) {
            number(place, Double.parseDouble(String.valueOf(expected)), got, size, context);
        } else if (expected == null ? got != null : !String.valueOf(expected).equals(String.valueOf(got))) {
            differences.add(place + ": expected " + expected + ", got " + brief(got));
        }
    }

    private static boolean isNumber(Object o) {
        return o instanceof String s && s.matches("-?[0-9.]+([eE][-+]?[0-9]+)?");
    }

    private void map(String place, Map<?, ?> expected, Object got, double size, Context context) {
        if (!(got instanceof Map<?, ?> other)) {
            differences.add(place + ": expected a mapping, got " + brief(got));
            return;
        }
        double ownSize = expected.get("estimate") instanceof Number n ? Math.abs(n.doubleValue()) : size;
        for (Map.Entry<?, ?> e : expected.entrySet()) {
            String key = String.valueOf(e.getKey());
            if (Set.of("case", "producedBy").contains(key)) {
                continue;
            }
            if (key.equals("error")) {
                if (!(other.get("error") instanceof Map<?, ?> error) || error.get("code") == null) {
                    differences.add(place + ": expected a refusal, got " + brief(other));
                }
                continue;
            }
            if (place.isEmpty() && specification.get("checkOnly") != null && key.equals("tests")) {
                continue;
            }
            if (!other.containsKey(key)) {
                differences.add(place + "." + key + ": missing, expected " + brief(e.getValue()));
                continue;
            }
            double scale = key.equals("covariance") ? largest(e.getValue()) : ownSize;
            compare(place + "." + key, e.getValue(), other.get(key), scale, context.inside(key));
        }
    }

    private static double largest(Object matrix) {
        if (matrix instanceof List<?> list) {
            return list.stream().mapToDouble(Expected::largest).max().orElse(0);
        }
        // A matrix of nothing but rounding errors: what is below 1e-12 counts as zero.
        return matrix == null ? 1e-12 : Math.max(1e-12, Math.abs(Double.parseDouble(String.valueOf(matrix))));
    }

    private void number(String place, double expected, Object got, double size, Context context) {
        if (!(got instanceof Number) && !isNumber(got)) {
            differences.add(place + ": expected " + expected + ", got " + brief(got));
            return;
        }
        double value = Double.parseDouble(String.valueOf(got));
        boolean error = ERRORS.contains(context.key());
        if (specification.get("checkOnly") != null && error) {
            return;
        }
        double rtol = tolerance(error, context);
        double atol = 1e-9 * (Double.isNaN(size) ? Math.abs(expected) : size);
        if (!(Math.abs(value - expected) <= atol + rtol * Math.abs(expected))) {
            differences.add(String.format(
                    Locale.ROOT,
                    "%s: expected %.17g, got %.17g (relative %.2g)",
                    place,
                    expected,
                    value,
                    Math.abs(value / expected - 1)));
        }
    }

    private double tolerance(boolean error, Context context) {
        if (specification.get("tolerance") instanceof Map<?, ?> given) {
            Object own = given.get(error ? "se" : "estimate");
            if (own != null) {
                return Double.parseDouble(String.valueOf(own));
            }
        }
        Map<?, ?> request = context.request();
        Map<?, ?> ci = request.get("ci") instanceof Map<?, ?> c ? c : Map.of();
        String method = String.valueOf(ci.get("method"));
        if (context.key().startsWith("ci") && method.equals("likelihood")) {
            return 5e-3;
        }
        if (context.key().startsWith("ci") && method.equals("logit")) {
            return 1e-6;
        }
        boolean lrt = "LRT".equals(request.get("method"));
        if (lrt || "saddlepoint".equals(request.get("statistic"))) {
            return 1e-4;
        }
        if ("ranktest".equals(request.get("kind")) || "glm".equals(request.get("kind"))) {
            return 1e-6;
        }
        if ("terms".equals(request.get("kind"))) {
            return 1e-6;
        }
        return error ? 1e-7 : 1e-8;
    }

    private static String brief(Object o) {
        String text = String.valueOf(o);
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    /** Where a value stands: its key, and the request it belongs to. */
    record Context(Map<?, ?> specification, String section, Map<?, ?> request, String key) {
        Context inside(String next) {
            if (Set.of("estimates", "tests", "models").contains(next)) {
                return new Context(specification, next, request, next);
            }
            if (!section.isEmpty() && request.isEmpty() && specification.get(section) instanceof List<?> list) {
                for (Object o : list) {
                    if (o instanceof Map<?, ?> m && next.equals(m.get("id"))) {
                        return new Context(specification, section, m, next);
                    }
                }
            }
            return new Context(specification, section, request, next);
        }
    }
}
