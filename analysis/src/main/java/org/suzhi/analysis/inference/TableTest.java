package org.suzhi.analysis.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Distributions;
import org.suzhi.analysis.estimate.LinearEstimates;

/**
 * Tests of independence in a weighted two-way table.
 *
 * <p>Rao and Scott (1984): Pearson's statistic of the table scaled to n rows, with D the generalized design-effect matrix
 * \((C'P^{-1}C/n)^{-1} C'P^{-1}VP^{-1}C\), V the covariance of the cell proportions, P their diagonal, C the interaction
 * contrasts. Wald: the residuals from independence against their covariance (Koch, Freeman and Freeman 1975), and its
 * adjustment for degrees of freedom (Thomas and Rao 1987). R {@code svychisq}.
 */
public final class TableTest {
    /** Which test. */
    public enum Statistic {
        /** X²/tr D against F. */
        F,
        /** X² over the mean of D's eigenvalues against chi-square. */
        CHISQ,
        /** Wald F. */
        WALD,
        /** Wald F with adjusted degrees of freedom. */
        ADJ_WALD,
        /** The eigenvalue-weighted sum of chi-squares by the saddlepoint approximation. */
        SADDLEPOINT
    }

    private final SurveyDesign design;
    private final Domains complete;
    private final List<double[]> cells;
    private final int rows;
    private final int columns;
    private final double n;
    private final double nu;

    /**
     * @param complete one domain: rows with both variables
     * @param cells indicators of the cells, rows varying fastest
     * @param n rows to which the table is scaled
     * @param nu degrees of freedom of the design
     */
    public TableTest(
            SurveyDesign design, Domains complete, List<double[]> cells, int rows, int columns, double n, double nu) {
        this.design = design;
        this.complete = complete;
        this.cells = cells;
        this.rows = rows;
        this.columns = columns;
        this.n = n;
        this.nu = nu;
        if (rows < 2 || columns < 2) {
            throw new AnalysisRefusal("table_too_small", rows, columns);
        }
    }

    /** The figures of a test. */
    public Map<String, Double> test(Statistic statistic) {
        try {
            return statistic == Statistic.WALD || statistic == Statistic.ADJ_WALD
                    ? wald(statistic == Statistic.ADJ_WALD)
                    : raoScott(statistic);
        } catch (SingularMatrixException e) {
            AnalysisRefusal refusal = new AnalysisRefusal("table_singular", rows, columns, nu);
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private int[] places() {
        return java.util.stream.IntStream.range(0, cells.size()).toArray();
    }

    private Map<String, Double> raoScott(Statistic statistic) {
        LinearEstimates proportions = LinearEstimates.means(design, complete, cells, false);
        int k = cells.size();
        double[] p = new double[k];
        for (int c = 0; c < k; c++) {
            p[c] = proportions.value(0, c);
        }
        RealMatrix v = new Array2DRowRealMatrix(proportions.covariances().matrix(places()));
        RealMatrix contrasts = contrasts();
        RealMatrix scaled = contrasts.copy();
        RealMatrix denominator = contrasts.copy();
        for (int c = 0; c < k; c++) {
            double inverse = p[c] == 0 ? 0 : 1 / p[c];
            scaled.setRowVector(c, scaled.getRowVector(c).mapMultiply(inverse));
            denominator.setRowVector(c, denominator.getRowVector(c).mapMultiply(inverse / n));
        }
        RealMatrix below = contrasts.transpose().multiply(denominator);
        RealMatrix above = scaled.transpose().multiply(v).multiply(scaled);
        RealMatrix effects = new LUDecomposition(below).getSolver().solve(above);
        double trace = effects.getTrace();
        double squares = effects.multiply(effects).getTrace();
        double df = trace * trace / squares;
        double pearson = pearson(p);
        Map<String, Double> figures = new LinkedHashMap<>();
        switch (statistic) {
            case F -> {
                figures.put("statistic", pearson / trace);
                figures.put("df1", df);
                figures.put("df2", df * nu);
                figures.put("pValue", Distributions.fUpper(pearson / trace, df, df * nu));
            }
            case CHISQ -> {
                int size = effects.getRowDimension();
                figures.put("statistic", pearson);
                figures.put("df1", (double) size);
                figures.put("pValue", Distributions.chiSquareUpper(pearson / (trace / size), size));
            }
            default -> {
                figures.put("statistic", pearson);
                double[] weights = Eigenvalues.ofQuotient(below, above);
                double value = design.replicates().isPresent()
                        ? QuadraticForm.saddlepoint(pearson, weights)
                        : QuadraticForm.saddlepointF(pearson, weights, df * nu);
                figures.put("pValue", value);
            }
        }
        return figures;
    }

    private double pearson(double[] p) {
        double[] row = new double[rows];
        double[] column = new double[columns];
        for (int c = 0; c < p.length; c++) {
            row[c % rows] += p[c];
            column[c / rows] += p[c];
        }
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            double expected = row[c % rows] * column[c / rows];
            sum += (p[c] - expected) * (p[c] - expected) / expected;
        }
        return sum * n;
    }

    /** Products of treatment indicators, less their projection on the main effects. */
    private RealMatrix contrasts() {
        int k = rows * columns;
        RealMatrix main = new Array2DRowRealMatrix(k, rows + columns - 1);
        RealMatrix product = new Array2DRowRealMatrix(k, (rows - 1) * (columns - 1));
        for (int c = 0; c < k; c++) {
            int i = c % rows;
            int j = c / rows;
            main.setEntry(c, 0, 1);
            if (i > 0) {
                main.setEntry(c, i, 1);
            }
            if (j > 0) {
                main.setEntry(c, rows - 1 + j, 1);
            }
            if (i > 0 && j > 0) {
                product.setEntry(c, (i - 1) + (rows - 1) * (j - 1), 1);
            }
        }
        DecompositionSolver solver = new QRDecomposition(main).getSolver();
        return product.subtract(main.multiply(solver.solve(product)));
    }

    private Map<String, Double> wald(boolean adjusted) {
        LinearEstimates totals = LinearEstimates.totals(design, complete, cells, false);
        int k = cells.size();
        double[] row = new double[rows];
        double[] column = new double[columns];
        double all = 0;
        for (int c = 0; c < k; c++) {
            double t = totals.value(0, c);
            row[c % rows] += t;
            column[c / rows] += t;
            all += t;
        }
        int size = (rows - 1) * (columns - 1);
        RealMatrix jacobian = new Array2DRowRealMatrix(size, k);
        RealVector residual = new ArrayRealVector(size);
        int at = 0;
        for (int j = 1; j < columns; j++) {
            for (int i = 1; i < rows; i++) {
                residual.setEntry(at, totals.value(0, i + rows * j) - row[i] * column[j] / all);
                for (int c = 0; c < k; c++) {
                    double d = (c == i + rows * j ? 1 : 0) + row[i] * column[j] / (all * all);
                    d -= c % rows == i ? column[j] / all : 0;
                    d -= c / rows == j ? row[i] / all : 0;
                    jacobian.setEntry(at, c, d);
                }
                at++;
            }
        }
        RealMatrix v = new Array2DRowRealMatrix(totals.covariances().matrix(places()));
        RealMatrix covariance = jacobian.multiply(v).multiply(jacobian.transpose());
        double quadratic =
                residual.dotProduct(new LUDecomposition(covariance).getSolver().solve(residual));
        double df2 = adjusted ? nu - size + 1 : nu;
        double f = adjusted ? quadratic * df2 / (size * nu) : quadratic / size;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("statistic", f);
        figures.put("df1", (double) size);
        figures.put("df2", df2);
        figures.put("pValue", Distributions.fUpper(f, size, df2));
        return figures;
    }
}
