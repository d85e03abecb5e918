package org.suzhi.response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.logic.Expression;

/** A node of the form's primary instance with all that the form says of it; filled by the compiler, then never changed. */
final class FormItem {
    final String name;
    final String path;
    final List<String> names;
    final @Nullable FormItem parent;
    final int ordinal;
    final int index;
    final List<FormItem> children = new ArrayList<>();
    final Map<String, FormItem> byName = new HashMap<>();
    String defaultText = "";
    boolean repeat;

    DataType type = DataType.STRING;
    Control control = Control.NONE;
    Wording label = Wording.NONE;
    List<ChoiceList> choices = new ArrayList<>(1);

    @Nullable
    Range range;

    @Nullable
    Expression relevant;

    @Nullable
    Expression required;

    @Nullable
    Expression constraint;

    @Nullable
    Expression calculate;

    @Nullable
    Expression readonly;

    /** Whether the server calculates the same as the client did. */
    boolean repeatable;

    Message constraintMessage = Message.NONE;
    Message requiredMessage = Message.NONE;

    /** What the client fills in itself: the name of the preload and its parameter, such as "timestamp end". */
    String preload = "";

    FormItem(String name, @Nullable FormItem parent, int ordinal) {
        this.name = name;
        this.parent = parent;
        this.ordinal = ordinal;
        this.index = parent == null ? 0 : parent.children.size();
        this.names = new ArrayList<>(parent == null ? List.of() : parent.names);
        this.names.add(name);
        this.path = "/" + String.join("/", names);
        if (parent != null) {
            parent.children.add(this);
            parent.byName.put(name, this);
        }
    }

    /** Whether this item or a group around it repeats. */
    boolean inRepeat() {
        for (@Nullable FormItem at = this; at != null; at = at.parent) {
            if (at.repeat) {
                return true;
            }
        }
        return false;
    }

    boolean isGroup() {
        return !children.isEmpty();
    }

    /** Whether the client computes the value, so that nobody is asked for it. */
    boolean isComputed() {
        return calculate != null || !preload.isEmpty();
    }

    /** The numbers a range offers. */
    record Range(double start, double end, double step) {
        boolean offers(double value) {
            double least = Math.min(start, end);
            double most = Math.max(start, end);
            double steps = (value - start) / step;
            return value >= least && value <= most && Math.abs(steps - Math.rint(steps)) < 1e-6;
        }
    }
}
