package org.suzhi.web.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.PreparedDesign;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.WaveExtract;

/** Runs analyses of waves; the weighted and calibrated design of the last few row sets is kept. */
@Component
public class WaveAnalyses {
    private static final int KEPT = 6;
    private final Extracts extracts;

    private record Key(String sha256, Map<String, Object> sections) {}

    private final Map<Key, PreparedDesign> designs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PreparedDesign> eldest) {
            return size() > KEPT;
        }
    };

    WaveAnalyses(Extracts extracts) {
        this.extracts = extracts;
    }

    /** The rows that a wave weighted so is analysed on, put together where they are not there. */
    public WaveExtract rows(long waveId, Map<String, Object> sections) {
        return WaveSections.needsNonrespondents(sections) ? extracts.of(waveId) : extracts.respondents(waveId);
    }

    /**
     * Runs a specification.
     *
     * @param sections how the rows are weighted; the specification was built on them
     * @throws org.suzhi.microdata.Problem when rows or specification must be put right
     */
    public AnalysisResult run(Specification specification, Map<String, Object> sections, WaveExtract rows) {
        return Analysis.run(specification, design(sections, rows));
    }

    /**
     * The final weight of each row.
     *
     * @param sections how the rows are weighted
     * @return in the order of the rows; 0 for a row that a step left out
     * @throws org.suzhi.microdata.Problem when the rows cannot be weighted so
     */
    public double[] weights(Map<String, Object> sections, WaveExtract rows) {
        return design(sections, rows).design().weights();
    }

    private PreparedDesign design(Map<String, Object> sections, WaveExtract rows) {
        Key key = new Key(rows.sha256(), sections);
        synchronized (designs) {
            PreparedDesign there = designs.get(key);
            if (there != null) {
                return there;
            }
        }
        PreparedDesign made = Analysis.prepare(
                Specification.builder("design").sections(sections).build(), rows.table());
        synchronized (designs) {
            designs.put(key, made);
        }
        return made;
    }

    /** The version of the engine, as results are labelled with it. */
    public static String engineVersion() {
        String version = Analysis.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
