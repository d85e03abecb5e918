package org.suzhi.response;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An item of a published form that can hold an answer.
 *
 * @param path its path, such as {@code /data/person/age}
 * @param choices what a select can ever offer, by value, in the order of the form; empty for others
 * @param calculated whether the form computes it
 */
public record Item(
        String path, DataType type, Control control, Wording label, Map<String, Wording> choices, boolean calculated) {
    public Item {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    /** The last name of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
