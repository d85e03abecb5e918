package org.suzhi.web.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.suzhi.microdata.Problem;
import org.suzhi.web.export.table.Study;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.NumberedRows;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.publication.WaveAnalyses;
import org.suzhi.web.publication.WaveSections;

/** How a wave is weighted, and the weights that this gives its responses: those of the published estimates. */
@Component
class WaveWeighting {
    private static final double[] NONE = {};
    private final WaveSections sections;
    private final WaveAnalyses analyses;
    private final Extracts extracts;

    WaveWeighting(WaveSections sections, WaveAnalyses analyses, Extracts extracts) {
        this.sections = sections;
        this.analyses = analyses;
        this.extracts = extracts;
    }

    /** The weights as the transaction's snapshot has them; where the rows cannot be weighted yet, nothing has a weight. */
    FinalWeights weights(long waveId) {
        Map<String, Object> weighting = sections.of(waveId);
        NumberedRows rows = extracts.numbered(waveId, !WaveSections.needsNonrespondents(weighting));
        return new FinalWeights(rows.responses(), weights(weighting, rows));
    }

    private double[] weights(Map<String, Object> weighting, NumberedRows rows) {
        if (weighting.isEmpty() || rows.responses().isEmpty()) {
            return NONE;
        }
        try {
            return analyses.weights(weighting, rows.rows());
        } catch (Problem notYet) {
            return NONE;
        }
    }

    /** @param margins those in use */
    Study.Weighting told(long waveId, List<MarginCell> margins) {
        Map<String, Object> weighting = sections.of(waveId);
        List<String> steps = new ArrayList<>();
        if (weighting.get("weighting") instanceof List<?> list) {
            list.forEach(step -> steps.add(step instanceof Map<?, ?> keys ? String.valueOf(keys.get("step")) : ""));
        }
        if (weighting.containsKey("calibrate")) {
            steps.add("calibrate");
        }
        boolean raked = !margins.isEmpty() && weighting.equals(WaveSections.raked(margins, List.of()));
        return new Study.Weighting(!weighting.isEmpty(), raked, steps);
    }
}
