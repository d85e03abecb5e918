package org.suzhi.analysis.specification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.expression.Expression;

/** One item of the tests section. */
record TestRequest(
        String id,
        Kind kind,
        Optional<String> of,
        List<Double> weights,
        Optional<Expression> expr,
        double nullValue,
        Alternative alternative,
        Optional<Double> df,
        double level,
        Optional<String> rows,
        Optional<String> columns,
        Optional<String> statistic,
        Optional<String> variable,
        List<Double> p,
        Optional<String> group,
        Optional<String> test,
        Optional<Expression> subset,
        Optional<String> model,
        List<String> terms,
        Optional<String> method) {

    enum Kind {
        CONTRAST,
        CHISQ,
        GOF,
        TTEST,
        RANKTEST,
        TERMS
    }

    enum Alternative {
        TWO_SIDED,
        GREATER,
        LESS
    }

    static TestRequest read(SpecificationReader reader) {
        TestRequest request = new TestRequest(
                reader.requiredText("id"),
                reader.choice("kind", Kind.class, ""),
                reader.text("of"),
                reader.numbers("weights"),
                reader.expression("expr"),
                reader.number("null").orElse(0.0),
                reader.choice("alternative", Alternative.class, "two-sided"),
                df(reader),
                reader.number("level").orElse(0.95),
                reader.text("rows"),
                reader.text("columns"),
                reader.text("statistic"),
                reader.text("variable"),
                reader.numbers("p"),
                reader.text("group"),
                reader.text("test"),
                reader.expression("subset"),
                reader.text("model"),
                reader.texts("terms"),
                reader.text("method"));
        reader.finish();
        request.require(reader);
        request.refuseUnused(reader);
        return request;
    }

    private static Optional<Double> df(SpecificationReader reader) {
        Optional<String> text = reader.text("df");
        return text.filter(t -> !t.equals("design")).map(t -> SpecificationReader.number(reader.at("df"), t));
    }

    private void require(SpecificationReader reader) {
        if (!(level > 0 && level < 1)) {
            throw new AnalysisProblem("spec_wrong_type", reader.at("level"), level, Wanted.NUMBER_WITHIN_0_1.words());
        }
        if (df.isPresent() && !(df.get() > 0)) {
            throw new AnalysisProblem("spec_wrong_type", reader.at("df"), df.get(), Wanted.NUMBER_ABOVE_0.words());
        }
        for (double share : p) {
            if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
                throw new AnalysisProblem("spec_wrong_type", reader.at("p"), share, Wanted.NUMBERS_ABOVE_0.words());
            }
        }
        switch (kind) {
            case CONTRAST -> {
                present(reader, "of", of);
                if (weights.isEmpty() == expr.isEmpty()) {
                    throw new AnalysisProblem("contrast_needs_one", reader.place());
                }
            }
            case CHISQ -> {
                present(reader, "rows", rows);
                present(reader, "columns", columns);
            }
            case GOF, TTEST -> present(reader, "variable", variable);
            case RANKTEST -> {
                present(reader, "variable", variable);
                present(reader, "group", group);
            }
            case TERMS -> {
                present(reader, "model", model);
                String asked = method.orElse("Wald");
                if (!List.of("Wald", "LRT").contains(asked)) {
                    throw new AnalysisProblem("spec_unknown_choice", reader.at("method"), asked, "Wald, LRT");
                }
            }
        }
    }

    private void refuseUnused(SpecificationReader reader) {
        List<String> used = switch (kind) {
            case CONTRAST -> List.of("of", "weights", "expr", "null", "alternative", "df", "level");
            case CHISQ -> List.of("rows", "columns", "statistic", "subset");
            case GOF -> List.of("variable", "p", "subset");
            case TTEST -> List.of("variable", "group", "subset");
            case RANKTEST -> List.of("variable", "group", "test", "subset");
            case TERMS -> List.of("model", "terms", "method", "df");
        };
        reader.refuseUnused(
                "kind: " + kind.name().toLowerCase(Locale.ROOT),
                reader.known().stream()
                        .filter(key -> !used.contains(key) && !key.equals("id") && !key.equals("kind"))
                        .toArray(String[]::new));
    }

    private static void present(SpecificationReader reader, String key, Optional<String> value) {
        if (value.isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at(key));
        }
    }
}
