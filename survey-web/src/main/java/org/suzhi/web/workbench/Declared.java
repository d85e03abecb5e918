package org.suzhi.web.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suzhi.analysis.specification.SpecificationBuilder;
import org.suzhi.questionnaire.ScoringKey.ScoredItem;
import org.suzhi.web.questionnaire.AnswerCodes;

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

    Codebook codebook() {
        return codebook;
    }

    /** Declares a column's categories without those that are no answer. */
    void answered(SpecificationBuilder specification, String name) {
        AnswerCodes codes = codebook.scored().codes();
        codebook.find(name)
                .filter(Variable::isCategory)
                .filter(v -> names.add(name))
                .ifPresent(v -> specification.factor(
                        name,
                        v.codes().stream().filter(code -> !codes.isNone(code)).toList()));
    }

    /** Declares the choices of scored items in the order of what they tell: "don't know", wrong ones, the right one. */
    void ordered(SpecificationBuilder specification, List<ScoredItem> items) {
        AnswerCodes codes = codebook.scored().codes();
        for (ScoredItem item : items) {
            Optional<Variable> variable = codebook.find(item.item()).filter(Variable::isCategory);
            if (variable.isPresent() && names.add(item.item())) {
                List<String> levels = new ArrayList<>();
                variable.get().codes().stream().filter(codes.dontKnow()::equals).forEach(levels::add);
                variable.get().codes().stream()
                        .filter(code ->
                                !code.equals(codes.dontKnow()) && !codes.isNone(code) && !code.equals(item.key()))
                        .forEach(levels::add);
                levels.add(item.key());
                specification.factor(item.item(), levels);
            }
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
