package org.suzhi.questionnaire.logic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of a primary or secondary instance. The document itself is the node with the empty name; namespaces are
 * left out, as XForms paths seldom agree on them. A tree belongs to one check at a time and is not safe for threads.
 */
public final class InstanceNode {
    private final String name;
    private final @Nullable InstanceNode parent;
    private List<InstanceNode> children = List.of();
    private Map<String, String> attributes = Map.of();
    private String text = "";
    private boolean relevant = true;

    /** Found when first asked for; 0 until then. */
    private int position;

    private InstanceNode(String name, @Nullable InstanceNode parent) {
        this.name = name;
        this.parent = parent;
    }

    public static InstanceNode document() {
        return new InstanceNode("", null);
    }

    /** Adds an element after the last child. */
    public InstanceNode add(String childName) {
        var child = new InstanceNode(childName, this);
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
        return child;
    }

    public String name() {
        return name;
    }

    public @Nullable InstanceNode parent() {
        return parent;
    }

    public List<InstanceNode> children() {
        return Collections.unmodifiableList(children);
    }

    public int childCount() {
        return children.size();
    }

    public InstanceNode child(int index) {
        return children.get(index);
    }

    /** The first child of that name, or null. */
    public @Nullable InstanceNode child(String childName) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).name.equals(childName)) {
                return children.get(i);
            }
        }
        return null;
    }

    /** The document element of this document. */
    public InstanceNode root() {
        return children.get(0);
    }

    /** The element's own text, without that of its children. */
    public String text() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public void setAttributes(Map<String, String> attributes) {
        this.attributes = Map.copyOf(attributes);
    }

    /** Sets whether this node is relevant by its own bind; what stands below an irrelevant node is irrelevant too. */
    public void setRelevant(boolean relevant) {
        this.relevant = relevant;
    }

    public boolean isRelevant() {
        for (@Nullable InstanceNode node = this; node != null; node = node.parent) {
            if (!node.relevant) {
                return false;
            }
        }
        return true;
    }

    public boolean isDocument() {
        return parent == null;
    }

    /** The position, from 1, among the siblings of the same name. */
    public int position() {
        if (position == 0 && parent != null) {
            parent.numberChildren();
        }
        return Math.max(position, 1);
    }

    private void numberChildren() {
        Map<String, Integer> seen = new HashMap<>();
        children.forEach(child -> child.position = seen.merge(child.name, 1, Integer::sum));
    }

    /** The XPath string value: the text of this element and of all below it; nothing where it is irrelevant. */
    public String stringValue() {
        if (!isRelevant()) {
            return "";
        }
        if (children.isEmpty()) {
            return text;
        }
        var value = new StringBuilder(text);
        for (InstanceNode child : children) {
            value.append(child.stringValue());
        }
        return value.toString();
    }

    /** The path of names from the document element to this node. */
    public List<String> path() {
        var names = new ArrayList<String>();
        for (@Nullable InstanceNode node = this; node != null && node.parent != null; node = node.parent) {
            names.add(node.name);
        }
        Collections.reverse(names);
        return names;
    }
}
