package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.inference.GoodnessOfFit;
import org.suzhi.analysis.inference.GroupTest;
import org.suzhi.analysis.inference.TableTest;
import org.suzhi.analysis.regression.FittedModel;
import org.suzhi.microdata.CategoryColumn;

/** Runs the tests that need the design. */
final class TestRunner {
    private final TestRequest request;
    private final SurveyDesign design;
    private final BitSet members;

    TestRunner(TestRequest request, SurveyDesign design) {
        this.request = request;
        this.design = design;
        this.members = Analysis.subset(request.subset(), design);
    }

    Map<String, ?> table() {
        CategoryColumn rows = present(request.rows().orElseThrow());
        CategoryColumn columns = present(request.columns().orElseThrow());
        List<double[]> cells = RequestVariables.cells(rows, columns);
        Domains complete = Domains.of(members, design.rows()).complete(cells);
        boolean whole = wholeDesign();
        BitSet all = members;
        if (whole) {
            all = Analysis.sample(design);
        }
        TableTest test = new TableTest(
                design,
                complete,
                filled(cells),
                rows.levels().size(),
                columns.levels().size(),
                all.cardinality(),
                design.degreesOfFreedom(all));
        return counted(complete, test.test(statistic()));
    }

    private TableTest.Statistic statistic() {
        return switch (request.statistic().orElse("F")) {
            case "F" -> TableTest.Statistic.F;
            case "Chisq" -> TableTest.Statistic.CHISQ;
            case "Wald" -> TableTest.Statistic.WALD;
            case "adjWald" -> TableTest.Statistic.ADJ_WALD;
            case "saddlepoint", "lincom" -> TableTest.Statistic.SADDLEPOINT;
            default ->
                throw new AnalysisProblem(
                        "spec_unknown_choice",
                        "tests." + request.id() + ".statistic",
                        request.statistic().orElse(""),
                        "F, Chisq, Wald, adjWald, saddlepoint");
        };
    }

    /** Whether rows outside a subset stay in the design with weight 0. */
    private boolean wholeDesign() {
        return design.replicates().isEmpty() && (design.calibrated() || design.unequalProbabilities());
    }

    /** A column with the levels that occur among the members. */
    private CategoryColumn present(String name) {
        CategoryColumn column = DomainGrid.categories(design.extract(), name);
        boolean[] occurs = new boolean[column.levels().size()];
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            if (!column.isMissing(i)) {
                occurs[column.code(i)] = true;
            }
        }
        int[] newCode = new int[occurs.length];
        List<String> kept = new ArrayList<>();
        for (int l = 0; l < occurs.length; l++) {
            newCode[l] = occurs[l] ? kept.size() : -1;
            if (occurs[l]) {
                kept.add(column.levels().get(l));
            }
        }
        int[] codes = column.toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] < 0 ? -1 : newCode[codes[i]];
        }
        return CategoryColumn.copyOf(kept, codes);
    }

    private static List<double[]> filled(List<double[]> columns) {
        for (double[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] = Double.isNaN(column[i]) ? 0 : column[i];
            }
        }
        return columns;
    }

    Map<String, ?> goodnessOfFit() {
        CategoryColumn column =
                DomainGrid.categories(design.extract(), request.variable().orElseThrow());
        List<double[]> indicators = RequestVariables.indicators(column);
        Domains complete = Domains.of(members, design.rows()).complete(indicators);
        requireRows(complete);
        return counted(complete, GoodnessOfFit.test(design, complete, filled(indicators), request.p()));
    }

    Map<String, ?> ttest() {
        double[] variable = Numbers.of(design.extract(), request.variable().orElseThrow());
        if (request.group().isEmpty()) {
            Domains one = Domains.of(members, design.rows()).complete(List.of(variable));
            requireRows(one);
            return counted(
                    one, GroupTest.oneSample(design, one, variable, df(design.degreesOfFreedom(union(one)) - 1)));
        }
        Domains groups = groups(variable);
        double df = design.degreesOfFreedom(design.replicates().isPresent() ? members : union(groups)) - 1;
        return counted(groups, GroupTest.twoSample(design, groups, variable, df(df)));
    }

    Map<String, ?> ranks() {
        double[] variable = Numbers.of(design.extract(), request.variable().orElseThrow());
        Domains groups = groups(variable);
        GroupTest.Score score = switch (request.test().orElse("wilcoxon")) {
            case "wilcoxon", "KruskalWallis" -> GroupTest.Score.WILCOXON;
            case "vanderWaerden" -> GroupTest.Score.VAN_DER_WAERDEN;
            case "median" -> GroupTest.Score.MEDIAN;
            default ->
                throw new AnalysisProblem(
                        "spec_unknown_choice",
                        "tests." + request.id() + ".test",
                        request.test().orElse(""),
                        "wilcoxon, vanderWaerden, median, KruskalWallis");
        };
        double designDf = design.degreesOfFreedom(union(groups));
        df(designDf - (groups.count() - 1));
        return counted(groups, GroupTest.ranks(design, groups, variable, score, designDf));
    }

    private void requireRows(Domains domains) {
        if (union(domains).isEmpty()) {
            throw new AnalysisRefusal("test_without_rows", request.id());
        }
    }

    /** Degrees of freedom, refused when none are left. */
    private double df(double df) {
        if (!(df > 0)) {
            throw new AnalysisRefusal("test_without_df", request.id(), df);
        }
        return df;
    }

    /** The figures with n: rows with values and a positive weight. */
    private Map<String, Object> counted(Domains used, Map<String, Double> figures) {
        int n = 0;
        for (int i = 0; i < used.rows(); i++) {
            n += used.of(i) >= 0 && design.weight(i) != 0 ? 1 : 0;
        }
        Map<String, Object> counted = new LinkedHashMap<>(figures);
        counted.put("n", n);
        return counted;
    }

    private Domains groups(double[] variable) {
        CategoryColumn group = present(request.group().orElseThrow());
        int[] codes = group.toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = members.get(i) ? codes[i] : -1;
        }
        if (group.levels().size() < 2) {
            throw new AnalysisRefusal("two_groups", group.levels().size());
        }
        return Domains.of(codes, group.levels().size()).complete(List.of(variable));
    }

    private static BitSet union(Domains groups) {
        BitSet all = new BitSet();
        for (int i = 0; i < groups.rows(); i++) {
            all.set(i, groups.of(i) >= 0);
        }
        return all;
    }

    Map<String, ?> terms(FittedModel model) {
        double df = request.df().orElse(model.degreesOfFreedom());
        if ("LRT".equals(request.method().orElse("Wald"))) {
            FittedModel.LikelihoodRatio test = model.likelihoodRatioTest(design, request.terms(), df(df));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("df1", test.df1());
            figures.put("df2", test.df2());
            figures.put("pValue", test.pValue());
            figures.put("statistic", test.statistic());
            figures.put("lambda", test.lambda());
            return figures;
        }
        return model.waldTest(request.terms(), df);
    }
}
