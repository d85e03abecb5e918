package org.suzhi.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.logic.InstanceNode;

/**
 * A submission laid over its form: a tree in which each of the form's items stands where the form has it, empty where
 * the submission leaves it out, and each repeat as often as it was answered.
 */
final class Alignment {
    private static final Set<String> OPENROSA_META =
            Set.of("instanceID", "deprecatedID", "instanceName", "timeStart", "timeEnd", "userID", "deviceID", "audit");

    private final InstanceNode document = InstanceNode.document();
    private final List<List<InstanceNode>> byItem;
    private final List<Finding> findings;

    private Alignment(int items, List<Finding> findings) {
        this.byItem = new ArrayList<>(Collections.nCopies(items, List.of()));
        this.findings = findings;
    }

    static Alignment of(PublishedForm form, InstanceNode submitted, List<Finding> findings) {
        var alignment = new Alignment(form.all().size(), findings);
        alignment.lay(form.root(), submitted, alignment.document);
        return alignment;
    }

    InstanceNode document() {
        return document;
    }

    /** The nodes of an item, several in repeats. */
    List<InstanceNode> nodes(FormItem item) {
        return byItem.get(item.ordinal);
    }

    private void lay(FormItem item, @Nullable InstanceNode submitted, InstanceNode parent) {
        InstanceNode node = parent.add(item.name);
        List<InstanceNode> before = byItem.get(item.ordinal);
        if (before.isEmpty() && !item.inRepeat()) {
            byItem.set(item.ordinal, Collections.singletonList(node));
        } else if (before.isEmpty()) {
            byItem.set(item.ordinal, new ArrayList<>(List.of(node)));
        } else {
            before.add(node);
        }
        if (!item.isGroup()) {
            if (submitted != null) {
                if (submitted.childCount() == 0) {
                    node.setText(submitted.text());
                } else {
                    unknown(item, submitted.child(0));
                }
            }
            return;
        }
        int[] seen = new int[item.children.size()];
        List<@Nullable InstanceNode> firsts = new ArrayList<>(Collections.nCopies(seen.length, null));
        for (int i = 0; submitted != null && i < submitted.childCount(); i++) {
            InstanceNode child = submitted.child(i);
            FormItem known = item.byName.get(child.name());
            if (known == null) {
                unknown(item, child);
            } else if (!child.attributes().containsKey("template")) {
                int at = known.index;
                if (++seen[at] == 1) {
                    firsts.set(at, child);
                } else if (!known.repeat) {
                    findings.add(new Finding(
                            known.path, known.label, Rule.REPEATED_ITEM, child.stringValue(), "1", Wording.NONE));
                }
            }
        }
        for (FormItem child : item.children) {
            if (seen[child.index] > 1 && child.repeat && submitted != null) {
                for (InstanceNode each : submitted.children()) {
                    if (each.name().equals(child.name) && !each.attributes().containsKey("template")) {
                        lay(child, each, node);
                    }
                }
            } else if (seen[child.index] > 0 || !child.repeat) {
                lay(child, firsts.get(child.index), node);
            }
        }
    }

    private void unknown(FormItem parent, InstanceNode child) {
        boolean isMeta = child.name().equals("meta") && parent.parent == null;
        if (isMeta || (parent.name.equals("meta") && OPENROSA_META.contains(child.name()))) {
            return;
        }
        findings.add(new Finding(
                parent.path + "/" + child.name(),
                Wording.NONE,
                Rule.UNKNOWN_ITEM,
                child.stringValue(),
                "",
                Wording.NONE));
    }

    /** The path of a node, with its positions in the repeats around it. */
    static String path(FormItem item, InstanceNode node) {
        if (!item.inRepeat()) {
            return item.path;
        }
        var steps = new ArrayList<String>();
        @Nullable FormItem at = item;
        for (@Nullable InstanceNode n = node; n != null && at != null; n = n.parent(), at = at.parent) {
            steps.add(at.repeat ? at.name + "[" + n.position() + "]" : at.name);
        }
        Collections.reverse(steps);
        return "/" + String.join("/", steps);
    }
}
