package org.suzhi.questionnaire.logic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jaxen.JaxenException;
import org.jaxen.expr.Expr;
import org.jspecify.annotations.Nullable;

/** Functions of nodes: positions, repeats, secondary instances, choices. */
final class NodeFunctions {
    private NodeFunctions() {}

    static void addTo(Map<String, OdkFunction> functions) {
        functions.put("position", new OdkFunction(0, 1, NodeFunctions::position));
        functions.put("last", new OdkFunction(0, 0, a -> (double) a.context().getSize()));
        functions.put("count", new OdkFunction(1, 1, a -> (double) a.nodes(0).size()));
        functions.put("count-non-empty", new OdkFunction(1, 1, a -> (double) a.nodes(0).stream()
                .filter(node -> !Values.string(node).isEmpty())
                .count()));
        functions.put("name", new OdkFunction(0, 1, NodeFunctions::name));
        functions.put("local-name", new OdkFunction(0, 1, NodeFunctions::name));
        functions.put(
                "current",
                new OdkFunction(
                        0, 0, a -> Collections.singletonList(a.evaluation().current())));
        functions.put("instance", new OdkFunction(1, 1, a -> {
            InstanceNode document = a.evaluation().secondary(a.text(0));
            return document == null ? List.of() : Collections.singletonList(document);
        }));
        functions.put(
                "once",
                new OdkFunction(
                        1,
                        1,
                        a -> a.node().text().isEmpty() ? a.value(0) : a.node().text()));
        functions.put("indexed-repeat", new OdkFunction(3, 7, NodeFunctions::indexedRepeat));
        functions.put(
                "jr:choice-name",
                new OdkFunction(
                        2, 2, a -> a.text(0).isEmpty() ? "" : a.evaluation().choiceName(a.text(0), a.text(1))));
        functions.put("jr:itext", new OdkFunction(1, 1, a -> a.text(0)));
        functions.put("randomize", new OdkFunction(1, 2, NodeFunctions::randomize));
        functions.put("pulldata", new OdkFunction(4, 4, NodeFunctions::pulldata));
    }

    /** The position of a repeat instance among its siblings, or of the context node in a predicate. */
    private static Double position(Arguments a) throws JaxenException {
        if (a.size() == 0) {
            return (double) a.context().getPosition();
        }
        List<?> nodes = a.nodes(0);
        return !nodes.isEmpty() && nodes.get(0) instanceof InstanceNode node ? (double) node.position() : Double.NaN;
    }

    private static String name(Arguments a) throws JaxenException {
        if (a.size() == 0) {
            return a.node().name();
        }
        List<?> nodes = a.nodes(0);
        return !nodes.isEmpty() && nodes.get(0) instanceof InstanceNode node ? node.name() : "";
    }

    /** The value of the node in the numbered instances of the repeats named, the outer repeat first. */
    private static String indexedRepeat(Arguments a) throws JaxenException {
        InstanceNode current = a.evaluation().current();
        List<String> path = names(a.expressions().get(0), current);
        InstanceNode at = a.evaluation().document();
        for (int depth = 0; depth < path.size(); depth++) {
            int index = 1;
            for (int i = 1; i + 1 < a.size(); i += 2) {
                if (names(a.expressions().get(i), current).equals(path.subList(0, depth + 1))) {
                    index = (int) a.number(i + 1);
                }
            }
            InstanceNode next = nth(at, path.get(depth), index);
            if (next == null) {
                return "";
            }
            at = next;
        }
        return at.stringValue();
    }

    private static List<String> names(Expr path, InstanceNode current) {
        List<List<String>> paths = References.of(path).absolute(current.path());
        return paths.isEmpty() ? List.of() : paths.get(paths.size() - 1);
    }

    private static @Nullable InstanceNode nth(InstanceNode parent, String name, int index) {
        int seen = 0;
        for (InstanceNode child : parent.children()) {
            if (child.name().equals(name) && ++seen == index) {
                return child;
            }
        }
        return null;
    }

    /** The nodes in another order; which order does not matter to a check, so no client's generator is copied. */
    private static List<?> randomize(Arguments a) throws JaxenException {
        var nodes = new ArrayList<Object>(a.nodes(0));
        Collections.shuffle(nodes, a.size() == 1 ? new Random() : new Random((long) a.number(1)));
        return nodes;
    }

    /** The value of a column in the first row of an instance where another column has the value sought. */
    private static String pulldata(Arguments a) throws JaxenException {
        InstanceNode document = a.evaluation().secondary(a.text(0));
        if (document == null) {
            return "";
        }
        String sought = a.text(3);
        for (InstanceNode row : document.root().children()) {
            InstanceNode key = row.child(a.text(2));
            InstanceNode value = row.child(a.text(1));
            if (key != null && value != null && key.text().equals(sought)) {
                return value.text();
            }
        }
        return "";
    }
}
