package org.suzhi.web.workbench;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.suzhi.analysis.specification.SpecificationBuilder;

/** The categories that a specification declares already, so that none is declared twice. */
final class Declared {
    private final Codebook codebook;
    private final Set<String> names = new HashSet<>();

    /** @param sections how the wave is weighted, with the factors that margins name */
    Declared(Map<String, Object> sections, Codebook codebook) {
        this.codebook = codebook;
        if (sections.get("factors") instanceof Map<?, ?> factors) {
            factors.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
    }

    /** Declares a column's categories in the order of the questionnaire, unless it is a number. */
    void factor(SpecificationBuilder specification, String name) {
        codebook.find(name)
                .filter(Variable::isCategory)
                .filter(v -> names.add(name))
                .ifPresent(v -> specification.factor(name, v.codes()));
    }
}
