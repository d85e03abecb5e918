package org.suzhi.analysis.specification;

import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.LonelyPsu;

/** The {@code design} section: which columns describe the sample. */
record DesignSpecification(
        Optional<String> weights,
        List<String> strata,
        List<String> clusters,
        List<String> fpc,
        boolean nest,
        LonelyPsu lonelyPsu,
        boolean adjustLonelyInDomains,
        int psus,
        Optional<Pps> pps,
        Optional<ReplicateSpecification> replicate) {

    /** Sampling with unequal probabilities without replacement. */
    record Pps(Method method, Variance variance, Optional<String> jointProbabilities, List<Double> sumSquares) {
        enum Method {
            BREWER,
            OVERTON,
            HARTLEY_RAO,
            HARTLEY_RAO_POPULATION,
            JOINT
        }

        enum Variance {
            HT,
            YG
        }
    }

    /** Replicate weights, given or to be created. */
    record ReplicateSpecification(
            Optional<String> type,
            List<String> columns,
            Optional<Double> rho,
            Optional<Double> scale,
            List<Double> rscales,
            boolean mse,
            boolean combined,
            Optional<String> create,
            int count,
            long seed) {}

    static DesignSpecification read(SpecificationReader reader) {
        Optional<Pps> pps = reader.mapping("pps").map(DesignSpecification::pps);
        Optional<ReplicateSpecification> replicate = reader.mapping("replicate").map(DesignSpecification::replicate);
        DesignSpecification design = new DesignSpecification(
                reader.text("weights"),
                reader.texts("strata"),
                reader.texts("clusters"),
                reader.texts("fpc"),
                reader.flag("nest"),
                reader.choice("lonelyPsu", LonelyPsu.class, "fail"),
                reader.flag("adjustLonelyInDomains"),
                reader.value("psus").isPresent() ? reader.wholeNumber("psus", 1) : 0,
                pps,
                replicate);
        reader.finish();
        return design;
    }

    private static Pps pps(SpecificationReader reader) {
        Pps pps = new Pps(
                reader.choice("method", Pps.Method.class, "brewer"),
                readVariance(reader),
                reader.text("jointProbabilities"),
                reader.numbers("sumSquares"));
        reader.finish();
        return pps;
    }

    private static Pps.Variance readVariance(SpecificationReader reader) {
        return Pps.Variance.valueOf(reader.text("variance").orElse("HT").equals("YG") ? "YG" : checked(reader));
    }

    private static String checked(SpecificationReader reader) {
        String text = reader.text("variance").orElse("HT");
        if (!text.equals("HT")) {
            throw new AnalysisProblem("spec_unknown_choice", reader.at("variance"), text, "HT, YG");
        }
        return text;
    }

    private static ReplicateSpecification replicate(SpecificationReader reader) {
        List<String> columns = new java.util.ArrayList<>();
        if (reader.value("columns").orElse(List.of()) instanceof java.util.Map<?, ?> map) {
            SpecificationReader numbered = new SpecificationReader(reader.at("columns"), map);
            String prefix = numbered.requiredText("prefix");
            int count = numbered.wholeNumber("count", 1);
            numbered.finish();
            for (int i = 1; i <= count; i++) {
                columns.add(prefix + i);
            }
        } else {
            columns.addAll(reader.texts("columns"));
        }
        ReplicateSpecification replicate = new ReplicateSpecification(
                reader.text("type"),
                columns,
                reader.number("rho"),
                reader.number("scale"),
                reader.numbers("rscales"),
                reader.flag("mse"),
                reader.value("combined").isEmpty() || reader.flag("combined"),
                reader.text("create"),
                reader.wholeNumber("count", 500),
                reader.number("seed").orElse(1.0).longValue());
        reader.finish();
        if (replicate.create().isPresent()) {
            reader.refuseUnused("create", "columns", "type", "scale", "rscales", "combined");
        }
        if (replicate.scale().isPresent() && !(replicate.scale().get() > 0)) {
            throw new AnalysisProblem(
                    "spec_wrong_type", reader.at("scale"), replicate.scale().get(), Wanted.NUMBER_ABOVE_0.words());
        }
        for (double rscale : replicate.rscales()) {
            if (!(rscale >= 0)) {
                throw new AnalysisProblem(
                        "spec_wrong_type", reader.at("rscales"), rscale, Wanted.NUMBERS_FROM_0.words());
            }
        }
        return replicate;
    }
}
