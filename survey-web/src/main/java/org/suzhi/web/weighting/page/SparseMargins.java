package org.suzhi.web.weighting.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.weighting.SparseCells;
import org.suzhi.microdata.Extract;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.weighting.MarginFit;
import org.suzhi.web.weighting.WeightingChoices.Calibration;
import org.suzhi.web.weighting.WeightingPlan;

/** Cells of margins with too few respondents: which are met together, which ought to be. */
@Component
class SparseMargins {
    private final Extracts extracts;
    private final MarginVersions margins;
    private final WeightingDesk weighting;

    SparseMargins(Extracts extracts, MarginVersions margins, WeightingDesk weighting) {
        this.extracts = extracts;
        this.margins = margins;
        this.weighting = weighting;
    }

    /**
     * A sentence for each group of cells.
     *
     * @param together groups that the plan has
     * @param proposed groups that it would have besides
     * @param tooFew groups that stay too small with a whole line of neighbours together
     */
    record View(int minimum, List<String> together, List<String> proposed, List<String> tooFew) {
        public boolean isEmpty() {
            return together.isEmpty() && proposed.isEmpty() && tooFew.isEmpty();
        }
    }

    View of(WeightingPlan plan, WeightingDesk.Names names) {
        Calibration calibration = plan.choices().calibration();
        View view = new View(
                calibration == null || calibration.minimum() == null ? 0 : calibration.minimum(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        if (calibration == null) {
            return view;
        }
        groups(plan).forEach((margin, groups) -> {
            List<String> variables = List.of(margin.split(":", -1));
            List<List<String>> accepted = calibration.collapsed(variables);
            for (SparseCells.Group group : groups) {
                String words = words(names, variables, group);
                if (group.cells().size() > 1) {
                    (accepted.contains(group.cells()) ? view.together() : view.proposed()).add(words);
                }
                if (!group.enough()) {
                    view.tooFew().add(words);
                }
            }
        });
        return view;
    }

    private String words(WeightingDesk.Names names, List<String> variables, SparseCells.Group group) {
        List<String> cells = group.cells().stream()
                .map(cell -> names.cell(variables, List.of(cell.split(", ", -1))))
                .toList();
        return weighting.text(
                names.locale(),
                "plan.sparse-cells",
                names.margin(variables),
                String.join(" + ", cells),
                group.rows(),
                group.smallest());
    }

    /** The groups of more than one cell that the plan has and would have, by margin. */
    Map<String, List<List<String>>> together(WeightingPlan plan) {
        Map<String, List<List<String>>> together = new LinkedHashMap<>();
        groups(plan).forEach((margin, groups) -> {
            List<List<String>> cells = groups.stream()
                    .map(SparseCells.Group::cells)
                    .filter(group -> group.size() > 1)
                    .toList();
            if (!cells.isEmpty()) {
                together.put(margin, cells);
            }
        });
        return together;
    }

    private Map<String, List<SparseCells.Group>> groups(WeightingPlan plan) {
        Calibration calibration = plan.choices().calibration();
        Long version = plan.marginVersion();
        if (calibration == null || version == null) {
            return Map.of();
        }
        int minimum = calibration.minimum() == null ? 1 : calibration.minimum();
        Extract respondents = extracts.respondents(plan.waveId()).table();
        return MarginFit.collapse(margins.cells(version), calibration, respondents, minimum);
    }
}
