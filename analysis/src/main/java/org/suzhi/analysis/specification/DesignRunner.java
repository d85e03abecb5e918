package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.DesignBuilder;
import org.suzhi.analysis.design.JointProbabilities;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.ReplicateBuilder;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.specification.DesignSpecification.Pps;
import org.suzhi.analysis.specification.DesignSpecification.ReplicateSpecification;
import org.suzhi.microdata.Extract;

/** Builds the design that a specification describes. */
final class DesignRunner {
    private final DesignSpecification specification;
    private final Extract extract;
    private final SideFiles files;

    DesignRunner(DesignSpecification specification, Extract extract, SideFiles files) {
        this.specification = specification;
        this.extract = extract;
        this.files = files;
    }

    SurveyDesign build() {
        boolean pps = specification.pps().isPresent();
        SurveyDesign design = DesignBuilder.of(extract)
                .weights(specification.weights().orElse(null))
                .strata(specification.strata())
                .clusters(specification.clusters())
                .fpc(specification.fpc())
                .nest(specification.nest())
                .unequalProbabilities(pps)
                .declaredPsus(specification.psus())
                .lonelyPsu(specification.lonelyPsu(), specification.adjustLonelyInDomains())
                .build();
        if (pps && specification.pps().get().method() != Pps.Method.BREWER) {
            design = design.with(joint(specification.pps().get(), design));
        }
        return specification.replicate().isPresent()
                ? replicates(specification.replicate().get(), design)
                : design;
    }

    private JointProbabilities joint(Pps pps, SurveyDesign design) {
        if (specification.clusters().size() > 1) {
            throw new AnalysisProblem(
                    "pps_one_stage",
                    SpecificationReader.spelled(pps.method()),
                    specification.clusters().size());
        }
        if (specification.fpc().isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", "design.fpc");
        }
        boolean yatesGrundy = pps.variance() == Pps.Variance.YG;
        return switch (pps.method()) {
            case OVERTON -> JointProbabilities.overton(design.stages().get(0), yatesGrundy);
            case HARTLEY_RAO -> JointProbabilities.hartleyRao(design.stages().get(0), yatesGrundy);
            case HARTLEY_RAO_POPULATION ->
                JointProbabilities.hartleyRao(
                        design.stages().get(0),
                        pps.sumSquares().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum(),
                        yatesGrundy);
            default -> given(pps, design, yatesGrundy);
        };
    }

    private JointProbabilities given(Pps pps, SurveyDesign design, boolean yatesGrundy) {
        String name = pps.jointProbabilities()
                .orElseThrow(() -> new AnalysisProblem("spec_missing_key", "design.pps.jointProbabilities"));
        double[] matrix = MatrixFile.read(files.path(name), design.rows());
        return JointProbabilities.given(matrix, design.finest(), yatesGrundy);
    }

    private SurveyDesign replicates(ReplicateSpecification r, SurveyDesign design) {
        if (r.create().isPresent()) {
            ReplicateBuilder builder = new ReplicateBuilder(design, r.mse());
            return switch (r.create().get()) {
                case "JK1" -> builder.jk1();
                case "JKn" -> builder.jkn();
                case "BRR" -> builder.balanced(0);
                case "Fay" ->
                    builder.balanced(
                            r.rho().orElseThrow(() -> new AnalysisProblem("spec_missing_key", "design.replicate.rho")));
                case "bootstrap" -> builder.bootstrap(r.count(), r.seed());
                case "successive-difference" -> builder.successiveDifferences();
                default ->
                    throw new AnalysisProblem(
                            "spec_unknown_choice",
                            "design.replicate.create",
                            r.create().get(),
                            "JK1, JKn, BRR, Fay, bootstrap, successive-difference");
            };
        }
        return design.with(given(r, design));
    }

    private Replicates given(ReplicateSpecification r, SurveyDesign design) {
        if (r.columns().isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", "design.replicate.columns");
        }
        List<double[]> columns = new ArrayList<>();
        for (String name : r.columns()) {
            columns.add(column(name, r.combined() ? new double[0] : design.weights()));
        }
        int count = columns.size();
        double[] rscales = new double[count];
        Arrays.fill(rscales, 1);
        if (!r.rscales().isEmpty()) {
            for (int k = 0; k < count; k++) {
                rscales[k] = r.rscales().get(k % r.rscales().size());
            }
        }
        double scale = r.scale().orElse(1.0);
        double rho = r.rho().orElse(0.0);
        switch (r.type().orElse("")) {
            case "BRR" -> scale = 1.0 / count;
            case "Fay" -> {
                if (r.rho().isEmpty()) {
                    throw new AnalysisProblem("spec_missing_key", "design.replicate.rho");
                }
                scale = 1 / (count * (1 - rho) * (1 - rho));
            }
            case "bootstrap" -> scale = r.scale().orElse(1.0 / (count - 1));
            case "JK1" -> scale = r.scale().orElse((count - 1.0) / count);
            case "JKn" -> {
                if (r.rscales().isEmpty()) {
                    throw new AnalysisProblem("spec_missing_key", "design.replicate.rscales");
                }
            }
            case "JK2" -> {
                scale = 1;
                Arrays.fill(rscales, 1);
            }
            case "successive-difference", "ACS" -> {
                scale = 4.0 / count;
                Arrays.fill(rscales, 1);
            }
            case "other" -> {}
            default ->
                throw new AnalysisProblem(
                        "spec_unknown_choice",
                        "design.replicate.type",
                        r.type().orElse("nothing"),
                        "BRR, Fay, bootstrap, successive-difference, JK1, JKn, JK2, other");
        }
        return Replicates.given(scale, rscales, r.mse(), columns);
    }

    private double[] column(String name, double[] base) {
        double[] column = Numbers.of(extract, name);
        for (int i = 0; i < column.length; i++) {
            if (Double.isNaN(column[i])) {
                throw new AnalysisProblem("design_missing", name, i + 1);
            }
            column[i] *= base.length == 0 ? 1 : base[i];
        }
        return column;
    }
}
