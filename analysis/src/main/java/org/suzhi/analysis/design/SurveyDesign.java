package org.suzhi.analysis.design;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.Message;

/**
 * Rows with their weights, strata, PSUs and corrections: the one object that knows the sample. Immutable; weighting steps
 * return a new one.
 */
public final class SurveyDesign {
    private final Extract extract;
    private final double[] weights;
    private final List<Stage> stages;
    private final List<String> strataNames;
    private final LonelyPsu lonelyPsu;
    private final boolean adjustLonelyInDomains;
    private final List<Calibration> calibrations;
    private final @Nullable Replicates replicates;
    private final @Nullable JointProbabilities jointProbabilities;
    private final boolean unequalProbabilities;
    private final boolean adjusted;
    private final RowOrder order;
    private final List<Message> notes;
    private final int sampleRows;

    SurveyDesign(
            Extract extract,
            double[] weights,
            List<Stage> stages,
            List<String> strataNames,
            LonelyPsu lonelyPsu,
            boolean adjustLonelyInDomains,
            boolean unequalProbabilities) {
        this(
                extract,
                weights,
                stages,
                strataNames,
                lonelyPsu,
                adjustLonelyInDomains,
                List.of(),
                null,
                null,
                unequalProbabilities,
                false,
                RowOrder.of(stages),
                List.of(),
                weights.length);
    }

    private SurveyDesign(
            Extract extract,
            double[] weights,
            List<Stage> stages,
            List<String> strataNames,
            LonelyPsu lonelyPsu,
            boolean adjustLonelyInDomains,
            List<Calibration> calibrations,
            @Nullable Replicates replicates,
            @Nullable JointProbabilities jointProbabilities,
            boolean unequalProbabilities,
            boolean adjusted,
            RowOrder order,
            List<Message> notes,
            int sampleRows) {
        this.sampleRows = sampleRows;
        this.extract = extract;
        this.weights = weights;
        this.stages = List.copyOf(stages);
        this.strataNames = List.copyOf(strataNames);
        this.lonelyPsu = lonelyPsu;
        this.adjustLonelyInDomains = adjustLonelyInDomains;
        this.calibrations = List.copyOf(calibrations);
        this.replicates = replicates;
        this.jointProbabilities = jointProbabilities;
        this.unequalProbabilities = unequalProbabilities;
        this.adjusted = adjusted;
        this.order = order;
        this.notes = List.copyOf(notes);
    }

    public Extract extract() {
        return extract;
    }

    public int rows() {
        return weights.length;
    }

    /** The weight of a row after all weighting steps. */
    public double weight(int row) {
        return weights[row];
    }

    /** A copy of all weights. */
    public double[] weights() {
        return weights.clone();
    }

    /** The stages that add to the variance; the last one's units are the smallest that are told apart. */
    public List<Stage> stages() {
        return stages;
    }

    /** The last stage that adds to the variance. */
    public Stage finest() {
        return stages.get(stages.size() - 1);
    }

    /** The unit of a stage in which each unit of the finest stage lies. */
    public int[] unitsOf(Stage stage) {
        return order.unitsOf(stage.number());
    }

    /** The row in place {@code i} when rows are sorted by unit of the finest stage. */
    public int rowByUnit(int i) {
        return order.row(i);
    }

    public LonelyPsu lonelyPsu() {
        return lonelyPsu;
    }

    /** Whether the lonely-PSU option also applies where a domain leaves one PSU in a stratum. */
    public boolean adjustLonelyInDomains() {
        return adjustLonelyInDomains;
    }

    /** The calibrations the weights went through, first to last. */
    public List<Calibration> calibrations() {
        return calibrations;
    }

    /** Whether residuals from calibration are needed; rows outside a domain then count with influence 0. */
    public boolean calibrated() {
        return !calibrations.isEmpty();
    }

    /** Whether weighting steps changed the weights. */
    public boolean adjusted() {
        return adjusted;
    }

    public Optional<Replicates> replicates() {
        return Optional.ofNullable(replicates);
    }

    public Optional<JointProbabilities> jointProbabilities() {
        return Optional.ofNullable(jointProbabilities);
    }

    /** Whether first-stage units were drawn without replacement with unequal probabilities. */
    public boolean unequalProbabilities() {
        return unequalProbabilities;
    }

    /** A stratum's name: column and value of each stratifier, or the parent's unit. */
    public String stratumName(Stage stage, int stratum) {
        if (strataNames.isEmpty()) {
            return String.valueOf(stratum + 1);
        }
        List<String> parts = new ArrayList<>();
        for (int s = 0; s < Math.min(stage.number(), strataNames.size()); s++) {
            String name = strataNames.get(s);
            parts.add(name + " = " + extract.column(name).text(stage.exampleRow(stratum)));
        }
        return String.join(", ", parts);
    }

    /**
     * Degrees of freedom of a domain: PSUs − strata among its rows, or rank of the replicate weights − 1.
     *
     * @param member whether a row belongs to the domain
     */
    public double degreesOfFreedom(BitSet member) {
        if (replicates != null) {
            return replicates.degreesOfFreedom(weights, member);
        }
        Stage first = stages.get(0);
        BitSet psus = new BitSet(first.units());
        BitSet strata = new BitSet(first.strata());
        for (int i = member.nextSetBit(0); i >= 0; i = member.nextSetBit(i + 1)) {
            if (weights[i] != 0) {
                int u = first.unitOfRow(i);
                psus.set(u);
                strata.set(first.stratumOfUnit(u));
            }
        }
        return psus.cardinality() - strata.cardinality();
    }

    /** Degrees of freedom of every domain: PSUs − strata among its rows, in one pass; not for replicate designs. */
    public double[] degreesOfFreedom(Domains domains) {
        Stage first = stages.get(0);
        int[] lastUnit = new int[domains.count()];
        int[] lastStratum = new int[domains.count()];
        java.util.Arrays.fill(lastUnit, -1);
        java.util.Arrays.fill(lastStratum, -1);
        double[] df = new double[domains.count()];
        for (int k = 0; k < weights.length; k++) {
            int i = order.row(k);
            int d = domains.of(i);
            if (d >= 0 && weights[i] != 0) {
                int u = first.unitOfRow(i);
                if (u != lastUnit[d]) {
                    lastUnit[d] = u;
                    df[d]++;
                    int h = first.stratumOfUnit(u);
                    if (h != lastStratum[d]) {
                        lastStratum[d] = h;
                        df[d]--;
                    }
                }
            }
        }
        return df;
    }

    /** The design with new weights after a step that needs no residuals, or whose shares are known. */
    public SurveyDesign reweighted(double[] newWeights, @Nullable Calibration calibration, @Nullable WeightStep step) {
        List<Calibration> more = new ArrayList<>(calibrations);
        if (calibration != null) {
            more.add(calibration);
        }
        return copy(
                newWeights,
                more,
                replicates == null || step == null ? replicates : replicates.with(step),
                jointProbabilities,
                unequalProbabilities,
                true,
                notes);
    }

    /**
     * The design with every weight times a factor of its row that is the same under every replicate; a row with factor 0 keeps
     * its place in strata and PSUs.
     */
    public SurveyDesign multiplied(double[] factors) {
        double[] after = weights.clone();
        for (int i = 0; i < after.length; i++) {
            after[i] *= factors[i];
        }
        Replicates multiplied = replicates == null ? null : replicates.multiplied(factors);
        return copy(after, calibrations, multiplied, jointProbabilities, unequalProbabilities, true, notes);
    }

    /** Rows that are in the sample: all, or those that {@link #leavingOut} left. */
    public int sampleRows() {
        return sampleRows;
    }

    /**
     * The design in which rows that have weight 0 now are no rows of the sample any more. They keep their place in strata and
     * PSUs, so that a PSU without any row left still counts as drawn.
     *
     * @throws AnalysisProblem {@code no_rows_with_weight} when there is no other
     */
    public SurveyDesign leavingOut() {
        int left = 0;
        for (double w : weights) {
            left += w == 0 ? 0 : 1;
        }
        if (left == 0) {
            throw new AnalysisProblem("no_rows_with_weight", weights.length);
        }
        return same(extract, left);
    }

    /** The design without replicates: variances by linearization. */
    public SurveyDesign linearized() {
        return copy(weights, calibrations, null, jointProbabilities, unequalProbabilities, adjusted, notes);
    }

    /** The design with variances from replicate weights. */
    public SurveyDesign with(Replicates given) {
        return copy(weights, calibrations, given, jointProbabilities, unequalProbabilities, adjusted, notes);
    }

    /** The design with variances from joint inclusion probabilities. */
    public SurveyDesign with(JointProbabilities given) {
        return copy(weights, calibrations, replicates, given, true, adjusted, notes);
    }

    /**
     * The same rows with further columns; those that made strata, units, weights and margins stay as they were.
     *
     * @throws IllegalArgumentException when the number of rows differs
     */
    public SurveyDesign withColumns(Extract more) {
        if (more.rows() != rows()) {
            throw new IllegalArgumentException("columns: got " + more.rows() + " rows, expected " + rows());
        }
        return same(more, sampleRows);
    }

    private SurveyDesign same(Extract columns, int left) {
        return new SurveyDesign(
                columns,
                weights,
                stages,
                strataNames,
                lonelyPsu,
                adjustLonelyInDomains,
                calibrations,
                replicates,
                jointProbabilities,
                unequalProbabilities,
                adjusted,
                order,
                notes,
                left);
    }

    /** The same sample with what weighting and variance steps may change. */
    private SurveyDesign copy(
            double[] newWeights,
            List<Calibration> newCalibrations,
            @Nullable Replicates newReplicates,
            @Nullable JointProbabilities newJointProbabilities,
            boolean unequal,
            boolean changed,
            List<Message> newNotes) {
        return new SurveyDesign(
                extract,
                newWeights,
                stages,
                strataNames,
                lonelyPsu,
                adjustLonelyInDomains,
                newCalibrations,
                newReplicates,
                newJointProbabilities,
                unequal,
                changed,
                order,
                newNotes,
                sampleRows);
    }

    /** What a user of the weights should know. */
    public List<Message> notes() {
        return notes;
    }

    /** The design with one more note. */
    public SurveyDesign noting(Message note) {
        List<Message> more = new ArrayList<>(notes);
        more.add(note);
        return copy(weights, calibrations, replicates, jointProbabilities, unequalProbabilities, adjusted, more);
    }
}
