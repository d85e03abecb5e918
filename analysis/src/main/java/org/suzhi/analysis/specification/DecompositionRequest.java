package org.suzhi.analysis.specification;

import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.expression.Expression;

/** One item of the {@code decompositions} section: a change taken apart into composition and rates. */
record DecompositionRequest(
        String id,
        String over,
        String from,
        String to,
        List<String> by,
        String variable,
        Optional<Object> level,
        Optional<Expression> subset,
        boolean naRm,
        double ciLevel,
        Optional<Double> df) {
    static DecompositionRequest read(SpecificationReader reader) {
        Optional<SpecificationReader> ci = reader.mapping("ci");
        double level = ci.flatMap(c -> c.number("level")).orElse(0.95);
        Optional<Double> df = ci.flatMap(
                c -> c.text("df").filter(t -> !t.equals("design")).map(t -> SpecificationReader.number(c.at("df"), t)));
        ci.ifPresent(SpecificationReader::finish);
        DecompositionRequest request = new DecompositionRequest(
                reader.requiredText("id"),
                reader.requiredText("over"),
                reader.requiredText("from"),
                reader.requiredText("to"),
                reader.texts("by"),
                reader.requiredText("variable"),
                reader.value("level"),
                reader.expression("subset"),
                reader.flag("naRm"),
                level,
                df);
        reader.finish();
        if (!(level > 0 && level < 1)) {
            throw new AnalysisProblem(
                    "spec_wrong_type", reader.at("ci.level"), level, Wanted.NUMBER_WITHIN_0_1.words());
        }
        if (df.isPresent() && !(df.get() > 0)) {
            throw new AnalysisProblem("spec_wrong_type", reader.at("ci.df"), df.get(), Wanted.NUMBER_ABOVE_0.words());
        }
        if (request.by().isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at("by"));
        }
        if (request.from().equals(request.to())) {
            throw new AnalysisProblem("decomposition_same", request.id(), request.over(), request.to());
        }
        return request;
    }
}
