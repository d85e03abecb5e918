package org.suzhi.analysis.specification;

import java.util.List;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.imputation.Imputation;

/** The {@code impute} section. */
final class ImputationRequest {
    private ImputationRequest() {}

    static Imputation read(SpecificationReader reader) {
        Imputation.Method method = reader.choice("method", Imputation.Method.class, "pmm");
        Imputation imputation = new Imputation(
                reader.texts("variables"),
                method,
                reader.wholeNumber("sets", 10),
                reader.wholeNumber("seed", 1),
                reader.wholeNumber("donors", 5),
                reader.texts("predictors"),
                reader.texts("classes"),
                reader.wholeNumber("iterations", 10));
        reader.finish();
        if (imputation.variables().isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at("variables"));
        }
        if (method == Imputation.Method.HOTDECK) {
            reader.refuseUnused("method: hotdeck", "donors", "predictors", "iterations");
        } else if (imputation.predictors().isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at("predictors"));
        }
        if (imputation.sets() < 2 || imputation.sets() > 1000) {
            throw new AnalysisProblem("spec_wrong_type", reader.at("sets"), imputation.sets(), Wanted.SETS.words());
        }
        for (String variable : imputation.variables()) {
            if (imputation.classes().contains(variable)) {
                throw new AnalysisProblem("impute_own_class", variable);
            }
        }
        return imputation;
    }

    /** Columns that are computed are not filled in: what they are computed from is. */
    static void refuseDerived(Imputation imputation, List<String> derived) {
        for (String variable : imputation.variables()) {
            if (derived.contains(variable)) {
                throw new AnalysisProblem("impute_derived", variable);
            }
        }
    }
}
