package org.suzhi.analysis.variance;

import java.util.List;
import org.suzhi.analysis.design.Calibration;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Stage;
import org.suzhi.analysis.design.SurveyDesign;

/**
 * Weighted totals of 1 and of several variables in every domain, kept by unit of the finest stage: one pass over the rows
 * for any number of domains. Everything a linearized variance needs is linear in this table. Rows of one unit are summed
 * plainly in row order, units likewise, so results do not depend on threads.
 *
 * <p>Only units with rows in the domain are stored (domain after domain, units ascending).
 */
public final class DomainTotals {
    private final SurveyDesign design;
    private final int variables;
    private final int[] start;
    private final int[] unit;
    private final double[] sums;
    private final double[] totals;
    private final int[] rows;
    private final double[][] cross;
    private final Domains domains;
    private final double[][] columns;

    private DomainTotals(SurveyDesign design, Domains domains, double[][] columns) {
        this.design = design;
        this.domains = domains;
        this.columns = columns;
        this.variables = columns.length + 1;
        int d = domains.count();
        int[] order = sorted();
        rows = new int[d];
        start = new int[d + 1];
        Stage finest = design.finest();
        int pairs = countPairs(order, finest);
        unit = new int[pairs];
        sums = new double[pairs * variables];
        totals = new double[d * variables];
        List<Calibration> calibrations = design.calibrations();
        cross = new double[calibrations.size()][];
        for (int s = 0; s < cross.length; s++) {
            cross[s] =
                    new double[d * variables * calibrations.get(s).auxiliaries().columns()];
        }
        accumulate(order, finest);
    }

    /**
     * Sums up variables.
     *
     * @param design the sample
     * @param domains domains, without rows that have missing values
     * @param columns the variables, finite wherever a row is in a domain
     */
    public static DomainTotals of(SurveyDesign design, Domains domains, List<double[]> columns) {
        return new DomainTotals(design, domains, columns.toArray(double[][]::new));
    }

    /** Rows in a domain, in order of domain, then of unit. */
    private int[] sorted() {
        int n = design.rows();
        int d = domains.count();
        int[] next = new int[d + 1];
        for (int i = 0; i < n; i++) {
            int c = domains.of(i);
            if (c >= 0) {
                next[c + 1]++;
            }
        }
        for (int c = 0; c < d; c++) {
            next[c + 1] += next[c];
        }
        int[] order = new int[next[d]];
        for (int k = 0; k < n; k++) {
            int i = design.rowByUnit(k);
            int c = domains.of(i);
            if (c >= 0) {
                order[next[c]++] = i;
            }
        }
        return order;
    }

    private int countPairs(int[] order, Stage finest) {
        int pairs = 0;
        int lastDomain = -1;
        int lastUnit = -1;
        for (int i : order) {
            int c = domains.of(i);
            int u = finest.unitOfRow(i);
            if (c != lastDomain || u != lastUnit) {
                pairs++;
                start[c + 1]++;
                lastDomain = c;
                lastUnit = u;
            }
            if (design.weight(i) != 0) {
                rows[c]++;
            }
        }
        for (int c = 0; c < domains.count(); c++) {
            start[c + 1] += start[c];
        }
        return pairs;
    }

    private void accumulate(int[] order, Stage finest) {
        List<Calibration> calibrations = design.calibrations();
        int pair = -1;
        int lastDomain = -1;
        int lastUnit = -1;
        for (int i : order) {
            int c = domains.of(i);
            int u = finest.unitOfRow(i);
            if (c != lastDomain || u != lastUnit) {
                unit[++pair] = u;
                lastDomain = c;
                lastUnit = u;
            }
            double w = design.weight(i);
            int at = pair * variables;
            sums[at] += w;
            for (int k = 1; k < variables; k++) {
                sums[at + k] += w * columns[k - 1][i];
            }
            for (int s = 0; s < cross.length; s++) {
                Calibration calibration = calibrations.get(s);
                double base = w / calibration.ratio(i);
                int p = calibration.auxiliaries().columns();
                int from = c * variables * p;
                calibration.auxiliaries().add(i, base, cross[s], from);
                for (int k = 1; k < variables; k++) {
                    double v = columns[k - 1][i];
                    if (v != 0) {
                        calibration.auxiliaries().add(i, base * v, cross[s], from + k * p);
                    }
                }
            }
        }
        for (int c = 0; c < domains.count(); c++) {
            for (int j = start[c]; j < start[c + 1]; j++) {
                for (int k = 0; k < variables; k++) {
                    totals[c * variables + k] += sums[j * variables + k];
                }
            }
        }
    }

    public SurveyDesign design() {
        return design;
    }

    public Domains domains() {
        return domains;
    }

    /** Number of variables, counting the 1 that comes first. */
    public int variables() {
        return variables;
    }

    /** Rows with a positive weight in a domain. */
    public int rows(int domain) {
        return rows[domain];
    }

    /** The weighted total of a variable in a domain; variable 0 is 1. */
    public double total(int domain, int variable) {
        return totals[domain * variables + variable];
    }

    /** The values of a variable; empty for the 1 that comes first. */
    double[] column(int variable) {
        return variable == 0 ? new double[0] : columns[variable - 1];
    }

    /**
     * Influence totals of a linear combination of a domain's totals, by unit.
     *
     * @param domain the domain
     * @param gradient coefficient of every variable
     */
    UnitInfluence influence(int domain, double[] gradient) {
        int from = start[domain];
        int m = start[domain + 1] - from;
        double[] values = new double[m];
        int[] units = new int[m];
        for (int j = 0; j < m; j++) {
            units[j] = unit[from + j];
            double sum = 0;
            int at = (from + j) * variables;
            for (int k = 0; k < variables; k++) {
                sum += gradient[k] == 0 ? 0 : gradient[k] * sums[at + k];
            }
            values[j] = sum;
        }
        UnitInfluence raw = new UnitInfluence(units, values);
        if (!design.calibrated() && !design.unequalProbabilities()) {
            return raw;
        }
        double[] dense = raw.dense(design.finest().units());
        subtractFitted(domain, gradient, dense);
        return UnitInfluence.ofAll(dense);
    }

    private void subtractFitted(int domain, double[] gradient, double[] dense) {
        List<Calibration> calibrations = design.calibrations();
        double[][] coefficients = new double[cross.length][];
        for (int s = 0; s < cross.length; s++) {
            Calibration calibration = calibrations.get(s);
            int p = calibration.auxiliaries().columns();
            double[] right = new double[p];
            for (int k = 0; k < variables; k++) {
                if (gradient[k] != 0) {
                    int at = (domain * variables + k) * p;
                    for (int j = 0; j < p; j++) {
                        right[j] += gradient[k] * cross[s][at + j];
                    }
                }
            }
            for (int earlier = 0; earlier < s; earlier++) {
                takeOff(calibrations.get(earlier), coefficients[earlier], calibration, right);
            }
            coefficients[s] = calibration.coefficients(right);
            for (int u = 0; u < dense.length; u++) {
                dense[u] -= calibration.fitted(u, coefficients[s]);
            }
        }
    }

    /** The part of the cross-products that an earlier calibration already explained. */
    private void takeOff(Calibration earlier, double[] coefficients, Calibration later, double[] right) {
        for (int i = 0; i < design.rows(); i++) {
            double w = earlier.after(i);
            if (w != 0) {
                double fitted = w * earlier.auxiliaries().dot(i, coefficients);
                later.auxiliaries().add(i, -fitted / later.ratio(i), right, 0);
            }
        }
    }
}
