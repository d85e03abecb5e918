package org.suzhi.analysis.regression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.suzhi.analysis.AnalysisProblem;

/**
 * A model formula {@code y ~ a + b * c + a:d}: {@code *} stands for both terms and their interaction; {@code - 1} or {@code +
 * 0} takes out the intercept; a term may be an expression such as {@code log(x)} or {@code I(x / 10)}. Terms are ordered by
 * the number of their variables, as written within.
 */
public final class ModelFormula {
    private final String source;
    private final String response;
    private final List<Set<String>> terms;
    private final boolean intercept;

    private ModelFormula(String source, String response, List<Set<String>> terms, boolean intercept) {
        this.source = source;
        this.response = response;
        this.terms = terms;
        this.intercept = intercept;
    }

    public static ModelFormula parse(String source) {
        int tilde = source.indexOf('~');
        if (tilde < 1 || source.indexOf('~', tilde + 1) >= 0 || source.length() > 2000) {
            throw new AnalysisProblem("bad_formula", source, "response ~ terms");
        }
        String response = component(source, source.substring(0, tilde).trim());
        LinkedHashSet<Set<String>> terms = new LinkedHashSet<>();
        boolean intercept = true;
        for (String signed : split(source, source.substring(tilde + 1), "+-")) {
            boolean minus = signed.startsWith("-");
            String text = signed.substring(1).trim();
            if (text.equals("1") || text.equals("0")) {
                intercept = text.equals("1") != minus;
            } else if (minus) {
                product(source, text).forEach(terms::remove);
            } else {
                terms.addAll(product(source, text));
            }
        }
        List<Set<String>> ordered = new ArrayList<>(terms);
        ordered.sort((a, b) -> Integer.compare(a.size(), b.size()));
        if (ordered.size() > 200) {
            throw new AnalysisProblem("bad_formula", source, "at most 200 terms");
        }
        return new ModelFormula(source, response, List.copyOf(ordered), intercept);
    }

    /** The terms that a product of interactions stands for. */
    private static List<Set<String>> product(String source, String text) {
        List<Set<String>> all = new ArrayList<>();
        for (String signed : split(source, text, "*")) {
            Set<String> interaction = new LinkedHashSet<>();
            for (String part : split(source, signed.substring(1), ":")) {
                interaction.add(component(source, part.substring(1).trim()));
            }
            List<Set<String>> crossed = new ArrayList<>(all);
            crossed.add(interaction);
            for (Set<String> earlier : all) {
                Set<String> both = new LinkedHashSet<>(earlier);
                both.addAll(interaction);
                crossed.add(both);
            }
            all = new ArrayList<>(new LinkedHashSet<>(crossed));
            if (all.size() > 200) {
                throw new AnalysisProblem("bad_formula", source, "at most 200 terms");
            }
        }
        return all;
    }

    private static String component(String source, String text) {
        if (text.isEmpty()) {
            throw new AnalysisProblem("bad_formula", source, "a variable on both sides of every operator");
        }
        return text;
    }

    /** Parts at top-level separators, each with the separator before it ({@code +} for the first). */
    private static List<String> split(String source, String text, String separators) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder("+");
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean leading = part.toString().substring(1).isBlank();
            if (depth == 0 && separators.indexOf(c) >= 0 && leading && separators.equals("+-") && parts.isEmpty()) {
                part.setLength(0);
                part.append(c);
            } else if (depth == 0 && separators.indexOf(c) >= 0) {
                parts.add(part.toString());
                part.setLength(0);
                part.append(c);
            } else {
                part.append(c);
            }
        }
        if (depth != 0) {
            throw new AnalysisProblem("bad_formula", source, "as many closing as opening parentheses");
        }
        parts.add(part.toString());
        for (String one : parts) {
            if (one.substring(1).isBlank()) {
                throw new AnalysisProblem("bad_formula", source, "a variable on both sides of every operator");
            }
        }
        return parts;
    }

    String response() {
        return response;
    }

    /** The variables of every term. */
    List<Set<String>> terms() {
        return terms;
    }

    boolean intercept() {
        return intercept;
    }

    /** The place of a term written with colons in any order, −1 when it is not in the model. */
    int place(String term) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String part : term.split(":", -1)) {
            wanted.add(part.trim());
        }
        for (int t = 0; t < terms.size(); t++) {
            if (terms.get(t).equals(wanted)) {
                return t;
            }
        }
        return -1;
    }

    /** Names of all variables and expressions on the right. */
    Set<String> components() {
        Set<String> all = new LinkedHashSet<>();
        terms.forEach(all::addAll);
        return all;
    }

    @Override
    public String toString() {
        return source;
    }
}
