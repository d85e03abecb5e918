package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.expression.Expression;

/** One item of the {@code estimates} section. */
record EstimateRequest(
        String id,
        Statistic statistic,
        List<String> variables,
        Optional<Object> level,
        List<String> by,
        Optional<Expression> subset,
        boolean naRm,
        boolean srsWithReplacement,
        boolean covariance,
        String ciMethod,
        double ciLevel,
        String ciDf,
        List<Double> probs,
        String rule,
        Optional<StandardizeSpecification> standardize,
        List<String> plausibleValues,
        Optional<Expression> expr) {

    enum Statistic {
        MEAN,
        TOTAL,
        PROPORTION,
        RATIO,
        QUANTILE,
        VARIANCE,
        KAPPA,
        ALPHA
    }

    /** Direct standardization. */
    record StandardizeSpecification(
            List<String> by, List<String> over, List<Double> population, List<String> excludingMissing) {}

    static EstimateRequest read(SpecificationReader reader) {
        String id = reader.requiredText("id");
        Statistic statistic = reader.choice("statistic", Statistic.class, "");
        List<String> variables = new ArrayList<>(reader.texts("variables"));
        reader.text("variable").ifPresent(variables::add);
        reader.text("numerator").ifPresent(variables::add);
        reader.text("denominator").ifPresent(variables::add);
        List<String> plausible = reader.texts("plausibleValues");
        Optional<SpecificationReader> ci = reader.mapping("ci");
        String method = ci.flatMap(c -> c.text("method")).orElse(statistic == Statistic.QUANTILE ? "mean" : "wald");
        double level = ci.flatMap(c -> c.number("level")).orElse(0.95);
        String df = ci.flatMap(c -> c.text("df")).orElse("design");
        ci.ifPresent(SpecificationReader::finish);
        ci.filter(c -> !plausible.isEmpty()).ifPresent(c -> c.refuseUnused("plausibleValues", "df"));
        if (!(level > 0 && level < 1)) {
            throw new AnalysisProblem(
                    "spec_wrong_type", reader.at("ci.level"), level, Wanted.NUMBER_WITHIN_0_1.words());
        }
        if (!List.of("design", "domain").contains(df) && !(SpecificationReader.number(reader.at("ci.df"), df) > 0)) {
            throw new AnalysisProblem("spec_wrong_type", reader.at("ci.df"), df, Wanted.DEGREES_OF_FREEDOM.words());
        }
        EstimateRequest request = new EstimateRequest(
                id,
                statistic,
                List.copyOf(variables),
                reader.value("level"),
                reader.texts("by"),
                reader.expression("subset"),
                reader.flag("naRm"),
                srsWithReplacement(reader),
                reader.flag("covariance"),
                method,
                level,
                df,
                reader.numbers("probs"),
                reader.text("rule").orElse("math"),
                reader.mapping("standardize").map(EstimateRequest::standardize),
                plausible,
                reader.expression("expr"));
        reader.finish();
        request.check(reader);
        return request;
    }

    private void check(SpecificationReader reader) {
        int least = statistic == Statistic.RATIO || statistic == Statistic.KAPPA ? 2 : 1;
        if (variables.size() < least && plausibleValues.isEmpty()) {
            throw new AnalysisProblem(
                    "spec_missing_key",
                    reader.at(least == 2 && statistic == Statistic.RATIO ? "numerator" : "variable"));
        }
        if (statistic == Statistic.QUANTILE && probs.isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at("probs"));
        }
        for (double p : probs) {
            if (!(p >= 0 && p <= 1)) {
                throw new AnalysisProblem("spec_wrong_type", reader.at("probs"), p, Wanted.NUMBERS_FROM_0_TO_1.words());
            }
        }
        List<String> methods = switch (statistic) {
            case QUANTILE -> List.of("mean", "wald", "beta", "xlogit", "logit", "asin", "score", "wilson", "quantile");
            case PROPORTION -> List.of("wald", "mean", "logit", "xlogit", "asin", "beta", "likelihood", "wilson");
            default -> List.of("wald", "mean");
        };
        if (!methods.contains(ciMethod)) {
            boolean others = statistic != Statistic.QUANTILE && statistic != Statistic.PROPORTION;
            throw new AnalysisProblem(
                    "spec_unknown_choice",
                    reader.at("ci.method"),
                    ciMethod,
                    String.join(", ", methods) + (others ? " (more with statistic: proportion)" : ""));
        }
        refuseUnused(reader);
    }

    private void refuseUnused(SpecificationReader reader) {
        String reason = "statistic: " + SpecificationReader.spelled(statistic);
        if (statistic != Statistic.QUANTILE) {
            reader.refuseUnused(reason, "probs", "rule");
        }
        if (!List.of(Statistic.MEAN, Statistic.TOTAL, Statistic.PROPORTION).contains(statistic)) {
            reader.refuseUnused(reason, "level");
        }
        if (plausibleValues.isEmpty()) {
            reader.refuseUnused(reason, "expr");
        } else {
            reader.refuseUnused("plausibleValues", "variable", "variables", "level");
        }
    }

    private static boolean srsWithReplacement(SpecificationReader reader) {
        Object deff = reader.value("deff").orElse(false);
        if (deff instanceof Boolean || "replace".equals(deff)) {
            return "replace".equals(deff);
        }
        throw new AnalysisProblem("spec_wrong_type", reader.at("deff"), String.valueOf(deff), Wanted.DEFF.words());
    }

    private static StandardizeSpecification standardize(SpecificationReader reader) {
        StandardizeSpecification standardize = new StandardizeSpecification(
                reader.texts("by"),
                reader.texts("over"),
                reader.numbers("population"),
                reader.texts("excludingMissing"));
        reader.finish();
        for (double size : standardize.population()) {
            if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
                throw new AnalysisProblem(
                        "spec_wrong_type", reader.at("population"), size, Wanted.NUMBERS_ABOVE_0.words());
            }
        }
        return standardize;
    }
}
