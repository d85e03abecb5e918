package org.suzhi.questionnaire.logic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jaxen.expr.Expr;
import org.jaxen.expr.FilterExpr;
import org.jaxen.expr.LiteralExpr;
import org.jaxen.expr.NameStep;
import org.jaxen.expr.NumberExpr;
import org.jaxen.expr.PathExpr;
import org.jaxen.expr.Predicate;
import org.jaxen.expr.Step;
import org.jaxen.saxpath.Axis;
import org.jspecify.annotations.Nullable;

/**
 * The choices of a select that come from nodes. Those of a secondary instance are hashed by value once, so that
 * looking a value up costs only its own filter, not the list's.
 */
public final class Itemset {
    private final Expression nodeset;
    private final String valueRef;
    private final boolean known;
    private final @Nullable Map<String, List<InstanceNode>> byValue;
    private final List<Expr> filters;

    private Itemset(
            Expression nodeset,
            String valueRef,
            boolean known,
            @Nullable Map<String, List<InstanceNode>> byValue,
            List<Expr> filters) {
        this.nodeset = nodeset;
        this.valueRef = valueRef;
        this.known = known;
        this.byValue = byValue;
        this.filters = filters;
    }

    /**
     * Compiles an itemset.
     *
     * @param nodeset the items, as in {@code instance('towns')/root/item[county = /data/county]}
     * @param valueRef name of the item's child that holds the value
     */
    public static Itemset of(Expression nodeset, String valueRef, SecondaryInstances instances) {
        boolean known =
                instances.documents().keySet().containsAll(nodeset.references().instances());
        if (known
                && plain(nodeset.root()) instanceof PathExpr path
                && plain(path.getFilterExpr()) instanceof FunctionCall call
                && call.getFunctionName().equals("instance")
                && call.getParameters().get(0) instanceof LiteralExpr id) {
            List<Expr> filters = filters(path);
            if (filters != null) {
                InstanceNode document = instances.documents().get(id.getLiteral());
                return new Itemset(nodeset, valueRef, true, index(document, path, valueRef), filters);
            }
        }
        return new Itemset(nodeset, valueRef, known, null, List.of());
    }

    private static Expr plain(Expr root) {
        Expr at = root;
        while (true) {
            if (at instanceof FilterExpr filter && filter.getPredicates().isEmpty()) {
                at = filter.getExpr();
            } else if (at instanceof FunctionCall call && call.getFunctionName().equals("randomize")) {
                at = call.getParameters().get(0);
            } else {
                return at;
            }
        }
    }

    /** The filters if all stand on the last step and none asks for a position, else null. */
    private static @Nullable List<Expr> filters(PathExpr path) {
        List<?> steps = path.getLocationPath().getSteps();
        var filters = new ArrayList<Expr>();
        for (int i = 0; i < steps.size(); i++) {
            var step = (Step) steps.get(i);
            boolean last = i == steps.size() - 1;
            if (Path.childName(step) == null && !(last && isNamed(step))) {
                return null;
            }
            for (Object each : step.getPredicates()) {
                Expr filter = ((Predicate) each).getExpr();
                Set<String> functions = References.of(filter).functions();
                if (filter instanceof NumberExpr || functions.contains("position") || functions.contains("last")) {
                    return null;
                }
                filters.add(filter);
            }
        }
        return filters;
    }

    private static boolean isNamed(Step step) {
        return step instanceof NameStep && step.getAxis() == Axis.CHILD;
    }

    private static Map<String, List<InstanceNode>> index(
            @Nullable InstanceNode document, PathExpr path, String valueRef) {
        List<InstanceNode> nodes = document == null ? List.of() : List.of(document);
        for (Object each : path.getLocationPath().getSteps()) {
            String name = ((NameStep) each).getLocalName();
            nodes = nodes.stream()
                    .flatMap(node -> node.children().stream())
                    .filter(child -> child.name().equals(name))
                    .toList();
        }
        var index = new LinkedHashMap<String, List<InstanceNode>>();
        for (InstanceNode node : nodes) {
            index.computeIfAbsent(value(node, valueRef), key -> new ArrayList<>(1))
                    .add(node);
        }
        return index;
    }

    private static String value(InstanceNode item, String valueRef) {
        InstanceNode value = item.child(valueRef);
        return value == null ? "" : value.text();
    }

    public Expression nodeset() {
        return nodeset;
    }

    public String valueRef() {
        return valueRef;
    }

    /** Whether the list is at hand; one in a file that was not supplied is not. */
    public boolean isKnown() {
        return known;
    }

    /** The item that offers a value to the question at {@code node}, or null if none does. */
    public @Nullable InstanceNode find(Evaluation evaluation, InstanceNode node, String value) {
        if (byValue == null) {
            for (InstanceNode item : nodeset.select(evaluation, node)) {
                if (value(item, valueRef).equals(value)) {
                    return item;
                }
            }
            return null;
        }
        for (InstanceNode item : byValue.getOrDefault(value, List.of())) {
            if (evaluation.holds(filters, item, node)) {
                return item;
            }
        }
        return null;
    }

    /** All items of the list, filters left out; empty where the items are answers of the interview itself. */
    public List<InstanceNode> allItems() {
        return byValue == null
                ? List.of()
                : byValue.values().stream().flatMap(List::stream).toList();
    }
}
