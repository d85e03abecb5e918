package org.suzhi.analysis.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.inference.Eigenvalues;
import org.suzhi.analysis.inference.QuadraticForm;
import org.suzhi.analysis.variance.Covariances;

/** A fitted generalized linear model and the tests of its terms. */
public final class FittedModel {
    private final ModelFormula formula;
    private final ModelMatrix matrix;
    private final IterativeFit iteration;
    private final IterativeFit.Fit fit;
    private final double[][] covariance;
    private final double df;
    private final double meanWeight;
    private final int rows;

    FittedModel(
            ModelFormula formula,
            ModelMatrix matrix,
            IterativeFit iteration,
            IterativeFit.Fit fit,
            Covariances covariances,
            double df,
            double meanWeight,
            int rows) {
        this.formula = formula;
        this.matrix = matrix;
        this.iteration = iteration;
        this.fit = fit;
        this.covariance =
                covariances.matrix(IntStream.range(0, fit.kept().length).toArray());
        this.df = df;
        this.meanWeight = meanWeight;
        this.rows = rows;
    }

    /** Number of coefficients. */
    public int size() {
        return fit.kept().length;
    }

    /** Rows that were used. */
    public int rows() {
        return rows;
    }

    /** Whether a probability of 0 or 1 is fitted: some variable separates the outcomes. */
    public boolean fitsTheEdge() {
        return iteration.fitsTheEdge(fit);
    }

    /** Name of a coefficient. */
    public String term(int i) {
        return matrix.name(fit.kept()[i]);
    }

    public double coefficient(int i) {
        return fit.coefficients()[i];
    }

    public double standardError(int i) {
        return Math.sqrt(covariance[i][i]);
    }

    /** Fitted mean of every row of the design, NaN where a variable of the model is missing. */
    public double[] means() {
        return iteration.means(fit);
    }

    /** Covariance matrix of the coefficients. */
    public double[][] covariance() {
        return java.util.Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /** Degrees of freedom of the design + 1 − coefficients. */
    public double degreesOfFreedom() {
        return df;
    }

    private int[] columnsOf(List<String> terms) {
        List<Integer> wanted = new ArrayList<>();
        for (String term : terms) {
            int place = formula.place(term);
            if (place < 0) {
                throw new AnalysisProblem("unknown_term", term, formula);
            }
            wanted.add(place);
        }
        return IntStream.range(0, size())
                .filter(i -> wanted.contains(matrix.term(fit.kept()[i])))
                .toArray();
    }

    /**
     * Wald test that all coefficients of some terms are 0: F with the model's degrees of freedom, chi-square when {@code df} is
     * infinite.
     */
    public Map<String, Object> waldTest(List<String> terms, double denominatorDf) {
        int[] which = columnsOf(terms);
        RealVector beta = new ArrayRealVector(which.length);
        for (int i = 0; i < which.length; i++) {
            beta.setEntry(i, coefficient(which[i]));
        }
        double chiSquare = beta.dotProduct(
                new LUDecomposition(part(covariance, which)).getSolver().solve(beta));
        int k = which.length;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("df1", k);
        if (Double.isInfinite(denominatorDf)) {
            figures.put("df2", List.of());
            figures.put("pValue", Distributions.chiSquareUpper(chiSquare, k));
            figures.put("statistic", chiSquare);
        } else {
            figures.put("df2", denominatorDf);
            figures.put("pValue", Distributions.fUpper(chiSquare / k, k, denominatorDf));
            figures.put("statistic", chiSquare / k);
        }
        return figures;
    }

    /**
     * Rao-Scott likelihood-ratio test: the drop in deviance against the sum of chi-squares weighted by the eigenvalues of the
     * generalized design effects (Lumley and Scott 2014). Returns the eigenvalues under {@code lambda} apart from the figures.
     */
    public LikelihoodRatio likelihoodRatioTest(SurveyDesign design, List<String> terms, double denominatorDf) {
        int[] which = columnsOf(terms);
        int[] rest = IntStream.range(0, size())
                .filter(i -> IntStream.of(which).noneMatch(w -> w == i))
                .map(i -> fit.kept()[i])
                .toArray();
        double[] weights = design.weights();
        IterativeFit.Fit smaller = iteration.fit(weights, new double[0], rest);
        double statistic =
                iteration.deviance(smaller, weights, meanWeight) - iteration.deviance(fit, weights, meanWeight);
        RealMatrix naive = part(fit.inverseInformation(), which).scalarMultiply(meanWeight);
        double[] lambda = Eigenvalues.ofQuotient(naive, part(covariance, which));
        double p = QuadraticForm.saddlepointF(statistic, lambda, denominatorDf);
        return new LikelihoodRatio(
                statistic,
                which.length,
                denominatorDf,
                p,
                java.util.Arrays.stream(lambda).boxed().toList());
    }

    /**
     * A likelihood-ratio test.
     *
     * @param lambda eigenvalues of the generalized design effects
     */
    public record LikelihoodRatio(double statistic, int df1, double df2, double pValue, List<Double> lambda) {}

    private static RealMatrix part(double[][] matrix, int[] which) {
        return new Array2DRowRealMatrix(matrix).getSubMatrix(which, which);
    }
}
