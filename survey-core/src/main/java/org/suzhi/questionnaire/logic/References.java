package org.suzhi.questionnaire.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jaxen.expr.BinaryExpr;
import org.jaxen.expr.Expr;
import org.jaxen.expr.FilterExpr;
import org.jaxen.expr.LiteralExpr;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.NameStep;
import org.jaxen.expr.PathExpr;
import org.jaxen.expr.Predicate;
import org.jaxen.expr.Predicated;
import org.jaxen.expr.Step;
import org.jaxen.saxpath.Axis;
import org.jspecify.annotations.Nullable;

/**
 * What an expression reads, found without evaluating it.
 *
 * @param paths paths into the primary instance; relative ones start with ".", ".." goes up, "*" is any name, "**" any way
 * @param functions names of the functions called
 * @param instances ids of the secondary instances named
 */
public record References(List<List<String>> paths, Set<String> functions, Set<String> instances) {
    public References {
        paths = List.copyOf(paths);
        functions = Set.copyOf(functions);
        instances = Set.copyOf(instances);
    }

    static References of(Expr root) {
        var walk = new Walk();
        walk.visit(root, List.of("."));
        return new References(walk.paths, walk.functions, walk.instances);
    }

    /** The paths made absolute for an expression that stands at {@code context}. */
    public List<List<String>> absolute(List<String> context) {
        return paths.stream().map(path -> resolve(path, context)).toList();
    }

    private static List<String> resolve(List<String> path, List<String> context) {
        var names = new ArrayList<String>();
        for (String step : path) {
            if (step.equals(".")) {
                names.addAll(context);
            } else if (step.equals("..")) {
                if (!names.isEmpty()) {
                    names.remove(names.size() - 1);
                }
            } else {
                names.add(step);
            }
        }
        return names;
    }

    private static final Set<String> NAMES_INSTANCE = Set.of("instance", "pulldata");

    private static final class Walk {
        private final List<List<String>> paths = new ArrayList<>();
        private final Set<String> functions = new TreeSet<>();
        private final Set<String> instances = new TreeSet<>();

        /** @param context the path of the context node, or null inside a secondary instance */
        private void visit(Expr expression, @Nullable List<String> context) {
            if (expression instanceof BinaryExpr binary) {
                visit(binary.getLHS(), context);
                visit(binary.getRHS(), context);
            } else if (expression instanceof FunctionCall call) {
                functions.add(call.getFunctionName());
                if (NAMES_INSTANCE.contains(call.getFunctionName())
                        && call.getParameters().get(0) instanceof LiteralExpr id) {
                    instances.add(id.getLiteral());
                }
                call.getParameters().forEach(parameter -> visit(parameter, context));
            } else if (expression instanceof PathExpr path) {
                List<String> start = start(path.getFilterExpr(), context);
                visit(path.getFilterExpr(), context);
                follow(path.getLocationPath(), start);
            } else if (expression instanceof FilterExpr filter) {
                visit(filter.getExpr(), context);
                predicates(filter, start(filter.getExpr(), context));
            } else if (expression instanceof LocationPath path) {
                follow(path, path.isAbsolute() ? List.of() : context);
            }
        }

        private static @Nullable List<String> start(Expr filter, @Nullable List<String> context) {
            Expr inner = filter instanceof FilterExpr nested ? nested.getExpr() : filter;
            if (inner instanceof FunctionCall call && call.getFunctionName().equals("current")) {
                return List.of(".");
            }
            return inner instanceof LocationPath ? context : null;
        }

        private void follow(LocationPath path, @Nullable List<String> start) {
            @Nullable List<String> at = start == null ? null : new ArrayList<>(start);
            for (Object each : path.getSteps()) {
                var step = (Step) each;
                if (at != null) {
                    String name = name(step);
                    if (!name.isEmpty()) {
                        at.add(name);
                    }
                }
                predicates(step, at == null ? null : List.copyOf(at));
            }
            if (at != null) {
                paths.add(List.copyOf(at));
            }
        }

        private static String name(Step step) {
            return switch (step.getAxis()) {
                case Axis.CHILD -> step instanceof NameStep named ? named.getLocalName() : "*";
                case Axis.PARENT -> "..";
                case Axis.SELF, Axis.ATTRIBUTE -> "";
                default -> "**";
            };
        }

        private void predicates(Predicated predicated, @Nullable List<String> context) {
            for (Object each : predicated.getPredicates()) {
                visit(((Predicate) each).getExpr(), context);
            }
        }
    }
}
