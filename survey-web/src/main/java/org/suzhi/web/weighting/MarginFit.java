package org.suzhi.web.weighting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suzhi.analysis.weighting.Margin;
import org.suzhi.analysis.weighting.MarginCheck;
import org.suzhi.analysis.weighting.SparseCells;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.Message;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.weighting.WeightingChoices.Calibration;

/** Whether the margins that cells make up fit each other and the rows that are to meet them. */
public final class MarginFit {
    private MarginFit() {}

    /** What contradicts each other, a sentence each; such margins are not stored. */
    public static List<String> contradictions(List<MarginCell> cells, Locale locale) {
        return MarginCheck.of(margins(cells)).stream()
                .map(message -> message.text(locale))
                .toList();
    }

    /** What the rows of the respondents do not fit, a sentence each; it can still change as responses come in. */
    public static List<String> misfits(List<MarginCell> cells, Extract respondents, Locale locale) {
        BitSet all = new BitSet();
        all.set(0, respondents.rows());
        List<Message> found = new ArrayList<>(MarginCheck.of(margins(cells), respondents, all));
        found.removeAll(MarginCheck.of(margins(cells)));
        return found.stream().map(message -> message.text(locale)).toList();
    }

    /**
     * The cells of each margin once those with fewer respondents than the minimum are put to a neighbour, by the margin's
     * variables joined by a colon; groups there are already stay together.
     */
    public static Map<String, List<SparseCells.Group>> collapse(
            List<MarginCell> cells, Calibration calibration, Extract respondents, int minimum) {
        BitSet all = new BitSet();
        all.set(0, respondents.rows());
        Map<String, List<SparseCells.Group>> groups = new LinkedHashMap<>();
        for (Margin margin : margins(cells)) {
            List<String> variables = margin.variables();
            if (calibration.margins().isEmpty() || calibration.margins().contains(variables)) {
                Margin together = new Margin(variables, margin.totals(), calibration.collapsed(variables));
                groups.put(String.join(":", variables), SparseCells.collapse(together, respondents, all, minimum));
            }
        }
        return groups;
    }

    private static List<Margin> margins(List<MarginCell> cells) {
        Map<List<String>, Map<List<String>, Double>> totals = new LinkedHashMap<>();
        cells.forEach(cell -> totals.computeIfAbsent(cell.variables(), v -> new LinkedHashMap<>())
                .put(cell.levels(), cell.total()));
        List<Margin> margins = new ArrayList<>();
        totals.forEach((variables, byLevel) -> margins.add(new Margin(variables, byLevel)));
        return margins;
    }
}
