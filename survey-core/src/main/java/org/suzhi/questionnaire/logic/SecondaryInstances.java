package org.suzhi.questionnaire.logic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The secondary instances of a form, by id; they are never changed once the form is compiled. */
public record SecondaryInstances(Map<String, InstanceNode> documents) {
    public SecondaryInstances {
        documents = Map.copyOf(documents);
    }

    @Nullable
    InstanceNode document(String id) {
        return documents.get(id);
    }
}
