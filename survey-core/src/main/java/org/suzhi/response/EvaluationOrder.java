package org.suzhi.response;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.FormProblem;
import org.suzhi.questionnaire.logic.Expression;

/**
 * Puts the items that have a relevance or a calculation in an order in which each comes after all it depends on: what
 * its expressions read, with the groups around that, and the groups around itself.
 */
final class EvaluationOrder {
    private final List<FormItem> all;
    private final List<FormProblem> problems;
    private final List<FormItem> order = new ArrayList<>();
    private final Set<FormItem> done = new HashSet<>();
    private final Set<FormItem> open = new HashSet<>();

    EvaluationOrder(List<FormItem> all, List<FormProblem> problems) {
        this.all = all;
        this.problems = problems;
    }

    List<FormItem> of() {
        all.forEach(this::visit);
        return order.stream()
                .filter(item -> item.relevant != null || item.calculate != null)
                .toList();
    }

    private void visit(FormItem item) {
        if (!open.add(item)) {
            return;
        }
        if (item.parent != null) {
            visit(item.parent);
        }
        for (FormItem read : reads(item)) {
            boolean isCycle = open.contains(read) && !done.contains(read) && read != item && !isAround(read, item);
            if (isCycle) {
                problems.add(
                        FormProblem.inXForm("bind nodeset=\"" + item.path + "\"", item.path, "xform.cycle", read.path));
            } else {
                visit(read);
                for (@Nullable FormItem group = read.parent; group != null; group = group.parent) {
                    visit(group);
                }
            }
        }
        done.add(item);
        order.add(item);
    }

    private static boolean isAround(FormItem group, FormItem item) {
        for (@Nullable FormItem at = item.parent; at != null; at = at.parent) {
            if (at == group) {
                return true;
            }
        }
        return false;
    }

    private List<FormItem> reads(FormItem item) {
        return Stream.of(item.relevant, item.calculate)
                .flatMap(expression -> expression == null ? Stream.of() : reads(expression, item))
                .distinct()
                .toList();
    }

    private Stream<FormItem> reads(Expression expression, FormItem item) {
        return expression.references().absolute(item.names).stream()
                .flatMap(path -> all.stream().filter(each -> matches(path, 0, each.names, 0)));
    }

    private static boolean matches(List<String> pattern, int p, List<String> names, int n) {
        if (p == pattern.size()) {
            return n == names.size();
        }
        if (pattern.get(p).equals("**")) {
            return matches(pattern, p + 1, names, n) || (n < names.size() && matches(pattern, p, names, n + 1));
        }
        return n < names.size()
                && (pattern.get(p).equals("*") || pattern.get(p).equals(names.get(n)))
                && matches(pattern, p + 1, names, n + 1);
    }
}
