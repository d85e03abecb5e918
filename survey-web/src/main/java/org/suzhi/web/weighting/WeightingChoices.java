package org.suzhi.web.weighting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan chooses; a step that is null is not taken. The order of the steps is that of sampling: base weight, persons
 * of the household, frames, unknown eligibility, nonresponse, trimming, calibration.
 *
 * @param household weights times the eligible persons of the household
 * @param multiplicity weights divided by the frames that a person is on
 * @param compose frames put together by shares instead
 * @param unknown weight of unknown eligibility, moved within classes
 * @param calibration how the margins are met; null where they are not
 */
public record WeightingChoices(
        @Nullable Count household,
        @Nullable Count multiplicity,
        @Nullable Compose compose,
        @Nullable Unknown unknown,
        @Nullable Nonresponse nonresponse,
        @Nullable Trim trim,
        @Nullable Calibration calibration) {

    /**
     * A count of each row.
     *
     * @param cap what it counts for at most; null for no limit
     * @param respondentsOnly whether others have none, so that the step comes after the nonresponse adjustment
     */
    public record Count(String variable, @Nullable Double cap, boolean respondentsOnly) {}

    /**
     * The areas and one list put together.
     *
     * @param list as rows drawn from it name it in the column {@code frame}
     * @param share with which those drawn from the list count, of persons in both; null for shares by effective numbers of rows
     */
    public record Compose(String list, @Nullable Double share) {}

    /** Classes by crossing of columns; none for one class. */
    public record Unknown(List<String> cells) {
        public Unknown {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The weight of nonrespondents.
     *
     * @param method {@code classes} or {@code propensity}
     * @param cells columns crossed to classes, or terms of the propensity model
     * @param minimum respondents below which a class is too small
     * @param maxFactor factor above which a class is too far from complete; null for no limit
     * @param collapse {@code none}, {@code nearest}, {@code order}
     * @param merged classes that are merged in any case, since a statistician accepted it
     * @param classes classes of equal size by propensity; null for the weight 1 / propensity
     */
    public record Nonresponse(
            String method,
            List<String> cells,
            int minimum,
            @Nullable Double maxFactor,
            String collapse,
            List<List<String>> merged,
            @Nullable Integer classes) {
        public Nonresponse {
            cells = List.copyOf(cells);
            merged = merged.stream().map(List::copyOf).toList();
        }

        Nonresponse merging(String rule, List<List<String>> others) {
            return new Nonresponse(method, cells, minimum, maxFactor, rule, others, classes);
        }
    }

    /**
     * Bounds of the weights.
     *
     * @param upper a number, or a rule such as {@code median+6iqr}; null for no bound
     * @param redistribute whether the others take over what is cut off, so that the sum stays
     */
    public record Trim(@Nullable String upper, @Nullable Double lower, boolean redistribute) {}

    /**
     * Calibration to a version of the margins.
     *
     * @param method {@code rake}, {@code linear}, {@code logit}
     * @param margins variables of the margins that are met; none for all of the version
     * @param lower bound of the factor; null for none
     * @param minimum respondents below which a cell of a margin is too small, which is told; null where none is
     * @param collapsed cells that are met together since a statistician accepted it, by the margin's variables joined by a colon
     */
    public record Calibration(
            String method,
            List<List<String>> margins,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Integer minimum,
            @Nullable Map<String, List<List<String>>> collapsed) {
        public Calibration {
            margins = margins.stream().map(List::copyOf).toList();
            // A plan saved before there were such cells has none.
            collapsed = collapsed == null ? Map.of() : Map.copyOf(collapsed);
        }

        /** The groups of cells of a margin that are met together. */
        public List<List<String>> collapsed(List<String> variables) {
            return collapsed == null ? List.of() : collapsed.getOrDefault(String.join(":", variables), List.of());
        }
    }

    /**
     * Base weights raked to all margins: what is done without a plan.
     *
     * @param lists that persons were drawn from beside the areas
     */
    public static WeightingChoices plain(List<String> lists) {
        Count frames = lists.isEmpty() ? null : new Count("frames", null, true);
        return new WeightingChoices(
                null, frames, null, null, null, null, new Calibration("rake", List.of(), null, null, null, null));
    }

    /** The same with classes of the nonresponse adjustment merged. */
    public WeightingChoices merging(List<List<String>> classes) {
        return with(nonresponse == null ? null : nonresponse.merging("none", classes));
    }

    /** The same with another rule by which small classes of the nonresponse adjustment are merged. */
    public WeightingChoices collapsing(String rule) {
        return with(nonresponse == null ? null : nonresponse.merging(rule, List.of()));
    }

    /** The same with cells of margins met together. */
    public WeightingChoices together(Map<String, List<List<String>>> cells) {
        Calibration c = calibration;
        return new WeightingChoices(
                household,
                multiplicity,
                compose,
                unknown,
                nonresponse,
                trim,
                c == null ? null : new Calibration(c.method(), c.margins(), c.lower(), c.upper(), c.minimum(), cells));
    }

    private WeightingChoices with(@Nullable Nonresponse other) {
        return new WeightingChoices(household, multiplicity, compose, unknown, other, trim, calibration);
    }

    /** Whether the rows of those who did not answer are needed. */
    boolean needsNonrespondents() {
        return unknown != null || nonresponse != null;
    }
}
