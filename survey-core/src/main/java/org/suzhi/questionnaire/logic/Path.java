package org.suzhi.questionnaire.logic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.expr.AllNodeStep;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.NameStep;
import org.jaxen.expr.Step;
import org.jaxen.saxpath.Axis;
import org.jspecify.annotations.Nullable;

/**
 * A location path. An absolute one always starts at the primary instance, and inside a repeat it stays with the
 * current repeat instance as far as the two have their way in common (except for its last step), as ODK clients do.
 * Irrelevant nodes are never selected.
 */
final class Path implements LocationPath {
    private static final long serialVersionUID = 1;
    private final boolean absolute;
    private final List<Step> steps = new ArrayList<>(4);

    Path(boolean absolute) {
        this.absolute = absolute;
    }

    @Override
    public void addStep(Step step) {
        steps.add(step);
    }

    @Override
    public List<Step> getSteps() {
        return steps;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public Path simplify() {
        steps.forEach(Step::simplify);
        return this;
    }

    @Override
    public String getText() {
        var text = new StringBuilder();
        for (Step step : steps) {
            if (absolute || !text.isEmpty()) {
                text.append('/');
            }
            text.append(step.getText());
        }
        return text.isEmpty() ? "/" : text.toString();
    }

    @Override
    public Object evaluate(Context context) throws JaxenException {
        var evaluation = (Evaluation) context.getContextSupport();
        List<?> nodes = absolute ? Collections.singletonList(evaluation.document()) : context.getNodeSet();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String name = childName(step);
            if (name != null) {
                boolean last = i == steps.size() - 1;
                nodes = children(nodes, name, absolute && !last ? evaluation.current() : null);
            } else if (isPlain(step, Axis.PARENT)) {
                nodes = parents(nodes);
            } else if (!isPlain(step, Axis.SELF)) {
                var at = new Context(evaluation);
                at.setNodeSet(nodes);
                nodes = step.evaluate(at);
            }
        }
        return relevant(nodes);
    }

    /** The name if the step is just a child's name. */
    static @Nullable String childName(Step step) {
        return step instanceof NameStep named
                        && step.getAxis() == Axis.CHILD
                        && step.getPredicates().isEmpty()
                        && !named.getLocalName().equals("*")
                ? named.getLocalName()
                : null;
    }

    static boolean isPlain(Step step, int axis) {
        return step instanceof AllNodeStep
                && step.getAxis() == axis
                && step.getPredicates().isEmpty();
    }

    private static List<?> children(List<?> nodes, String name, @Nullable InstanceNode current) {
        if (nodes.size() == 1 && nodes.get(0) instanceof InstanceNode only) {
            InstanceNode here = current == null ? null : here(only, name, current);
            if (here != null) {
                return Collections.singletonList(here);
            }
            @Nullable InstanceNode first = null;
            @Nullable List<InstanceNode> several = null;
            for (int i = 0; i < only.childCount(); i++) {
                InstanceNode child = only.child(i);
                if (child.name().equals(name)) {
                    if (first == null) {
                        first = child;
                    } else {
                        if (several == null) {
                            several = new ArrayList<>();
                            several.add(first);
                        }
                        several.add(child);
                    }
                }
            }
            if (several == null) {
                return first == null ? List.of() : Collections.singletonList(first);
            }
            return Collections.unmodifiableList(several);
        }
        var all = new ArrayList<InstanceNode>();
        for (Object node : nodes) {
            if (node instanceof InstanceNode element) {
                for (InstanceNode child : element.children()) {
                    if (child.name().equals(name)) {
                        all.add(child);
                    }
                }
            }
        }
        return Collections.unmodifiableList(all);
    }

    /** The child of that name that the current node is in, or null if it is in none. */
    private static @Nullable InstanceNode here(InstanceNode parent, String name, InstanceNode current) {
        for (@Nullable InstanceNode at = current; at != null; at = at.parent()) {
            if (at.parent() == parent) {
                return at.name().equals(name) ? at : null;
            }
        }
        return null;
    }

    private static List<?> parents(List<?> nodes) {
        var parents = new ArrayList<InstanceNode>(nodes.size());
        for (Object node : nodes) {
            if (node instanceof InstanceNode element
                    && element.parent() != null
                    && !parents.contains(element.parent())) {
                parents.add(element.parent());
            }
        }
        return parents;
    }

    private static List<?> relevant(List<?> nodes) {
        if (nodes.size() == 1) {
            return nodes.get(0) instanceof InstanceNode node && !node.isRelevant() ? List.of() : nodes;
        }
        for (Object each : nodes) {
            if (each instanceof InstanceNode node && !node.isRelevant()) {
                var kept = new ArrayList<Object>(nodes);
                kept.removeIf(n -> n instanceof InstanceNode element && !element.isRelevant());
                return kept;
            }
        }
        return nodes;
    }
}
