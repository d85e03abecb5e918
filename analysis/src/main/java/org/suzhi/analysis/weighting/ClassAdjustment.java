package org.suzhi.analysis.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.design.CellStep;
import org.suzhi.analysis.design.Replicates;
import org.suzhi.analysis.design.SurveyDesign;

/**
 * Weighting-class adjustment: within every class the weight of some rows is moved onto others in proportion to theirs. In
 * class c, rows that take it up get the factor
 *
 * <p>\(f_c = \frac{\sum_{T} w + \sum_{G} w}{\sum_{T} w}\)
 *
 * <p>and rows that give it get 0, so the sum of the weights stays class by class. For nonresponse T are respondents and G
 * eligible nonrespondents; for unknown eligibility T are all whose eligibility is known and G the others.
 *
 * <ul>
 *   <li>Rows that neither give nor take keep their weight.
 *   <li>A class that gives but has none to take: refused, unless the rule merges it.
 *   <li>Every replicate has factors of its own; classes are those of the sample. A replicate that leaves a class without one to
 *       take drops out of the variance.
 * </ul>
 *
 * <p>Oh and Scheuren (1983); Valliant, Dever and Kreuter (2018), 13.5. R: {@code ave(w, class, FUN = sum)}.
 */
public final class ClassAdjustment {
    /** Why two classes were merged. */
    public enum Reason {
        GIVEN,
        EMPTY,
        MINIMUM,
        MAX_FACTOR
    }

    /**
     * One merger.
     *
     * @param respondents rows of the first that take up weight
     * @param rate weighted response rate of the first, before
     * @param withRate that of the other
     */
    public record Merger(String cell, String with, Reason reason, int respondents, double rate, double withRate) {}

    /**
     * One cell after the adjustment.
     *
     * @param inClass name of the class the cell belongs to: its cells joined by +
     * @param respondents rows that took up weight
     * @param nonrespondents rows that gave it
     * @param rate weighted share of those that took
     * @param factor factor of the class
     * @param small whether the class is smaller than the rule wants
     */
    public record Cell(
            String cell,
            String inClass,
            int respondents,
            int nonrespondents,
            double rate,
            double factor,
            boolean small) {}

    private final SurveyDesign design;
    private final List<Cell> cells;
    private final List<Merger> mergers;
    private final List<Merger> proposed;

    private ClassAdjustment(SurveyDesign design, List<Cell> cells, List<Merger> mergers, List<Merger> proposed) {
        this.design = design;
        this.cells = List.copyOf(cells);
        this.mergers = List.copyOf(mergers);
        this.proposed = List.copyOf(proposed);
    }

    /** The adjusted design. */
    public SurveyDesign design() {
        return design;
    }

    /** The cells that have rows. */
    public List<Cell> cells() {
        return cells;
    }

    /** The mergers in their order. */
    public List<Merger> mergers() {
        return mergers;
    }

    /** Mergers that the rule would need but was not asked to do. */
    public List<Merger> proposed() {
        return proposed;
    }

    /** Moves the weight of nonrespondents onto respondents; refuses rows whose eligibility is not known. */
    public static ClassAdjustment nonresponse(
            SurveyDesign design, String status, WeightingCells cells, CollapseRule rule) {
        Dispositions rows = Dispositions.resolved(design, status);
        boolean[] takes = rows.any(Disposition.R);
        return adjust("nonresponse", design, takes, rows.any(Disposition.N), cells, rule);
    }

    /** Moves the weight of rows of unknown eligibility onto the resolved. */
    public static ClassAdjustment unknownEligibility(
            SurveyDesign design, String status, WeightingCells cells, CollapseRule rule) {
        Dispositions rows = Dispositions.of(design, status);
        boolean[] takes = rows.any(Disposition.R, Disposition.N, Disposition.I);
        return adjust("unknown-eligibility", design, takes, rows.any(Disposition.U), cells, rule);
    }

    static ClassAdjustment adjust(
            String step,
            SurveyDesign design,
            boolean[] takes,
            boolean[] gives,
            WeightingCells cells,
            CollapseRule rule) {
        int[] cellOfRow = cells.ofRows(design.rows());
        for (int i = 0; i < cellOfRow.length; i++) {
            if (!gives[i] && !takes[i]) {
                cellOfRow[i] = -1;
            } else if (cellOfRow[i] < 0) {
                throw new AnalysisProblem("weighting_missing", cells.missing(i), i + 1, step);
            }
        }
        List<String> names =
                IntStream.range(0, cells.count()).mapToObj(cells::name).toList();
        WeightingClasses classes = WeightingClasses.of(names, cellOfRow, gives, design.weights());
        WeightingClasses single = classes.copy();
        classes.mergeGroups(rule.groups());
        if (rule.by() != CollapseRule.By.NONE) {
            classes.mergeSmall(rule);
        }
        WeightingClasses wanted = classes.copy();
        wanted.mergeSmall(rule.with(CollapseRule.By.NEAREST));
        refuseEmpty(step, classes, wanted);
        Optional<WeightingClasses.One> left = classes.worst(rule);
        if (rule.by() != CollapseRule.By.NONE && left.isPresent()) {
            throw new AnalysisProblem(
                    "collapse_exhausted",
                    step,
                    left.get().takers(),
                    left.get().factor(),
                    rule.minimum(),
                    rule.maxFactor());
        }
        return new ClassAdjustment(
                moved(design, cellOfRow, gives, classes),
                cells(single, classes, rule),
                classes.mergers(),
                wanted.mergers());
    }

    private static void refuseEmpty(String step, WeightingClasses classes, WeightingClasses wanted) {
        Optional<WeightingClasses.One> empty = classes.empty();
        if (empty.isPresent()) {
            WeightingClasses.One one = empty.get();
            String name = classes.name(one);
            String partner = wanted.mergers().stream()
                    .filter(m -> m.cell().equals(name))
                    .map(Merger::with)
                    .findFirst()
                    .orElse("-");
            throw new AnalysisProblem("empty_class", step, name, one.givers(), one.given(), partner);
        }
    }

    private static List<Cell> cells(WeightingClasses single, WeightingClasses classes, CollapseRule rule) {
        List<Cell> all = new ArrayList<>();
        for (WeightingClasses.One cell : single.classes()) {
            for (WeightingClasses.One one : classes.classes()) {
                if (one.cells().contains(cell.cells().get(0))) {
                    all.add(new Cell(
                            single.name(cell),
                            classes.name(one),
                            cell.takers(),
                            cell.givers(),
                            cell.rate(),
                            one.factor(),
                            WeightingClasses.small(one, rule)));
                }
            }
        }
        return all;
    }

    private static SurveyDesign moved(SurveyDesign design, int[] cellOfRow, boolean[] gives, WeightingClasses classes) {
        int count = classes.classes().size();
        int[] classOfCell = new int[Arrays.stream(cellOfRow).max().orElse(-1) + 1];
        double[] factor = new double[count];
        for (int k = 0; k < count; k++) {
            for (int cell : classes.classes().get(k).cells()) {
                classOfCell[cell] = k;
            }
            factor[k] = classes.classes().get(k).factor();
        }
        // Rows that take are in cell k, rows that give in cell count + k.
        int[] place = new int[cellOfRow.length];
        double[] after = design.weights();
        for (int i = 0; i < place.length; i++) {
            int k = cellOfRow[i] < 0 ? -1 : classOfCell[cellOfRow[i]];
            place[i] = k < 0 || !gives[i] ? k : count + k;
            after[i] *= k < 0 ? 1 : gives[i] ? 0 : factor[k];
        }
        return design.reweighted(after, null, replicateStep(design, place, count));
    }

    private static @Nullable CellStep replicateStep(SurveyDesign design, int[] place, int count) {
        Optional<Replicates> replicates = design.replicates();
        if (replicates.isEmpty()) {
            return null;
        }
        double[][] sums = replicates.get().sums(place, 2 * count, new double[0]);
        double[][] factors = new double[sums.length][2 * count];
        for (int r = 0; r < factors.length; r++) {
            for (int k = 0; k < count; k++) {
                double taken = sums[r][k];
                double given = sums[r][count + k];
                factors[r][k] = given == 0 ? 1 : taken == 0 ? Double.NaN : (taken + given) / taken;
            }
        }
        return new CellStep(place, factors);
    }
}
