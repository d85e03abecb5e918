package org.suzhi.web.weighting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.AnalysisResult;
import org.suzhi.analysis.specification.PreparedDesign;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.analysis.weighting.WeightFigures;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.publication.HeadlineSettings;
import org.suzhi.web.publication.WaveAnalyses;

/** Runs plans and looks at the weights after each of their steps; the last few runs are kept. */
@Component
public class WeightingRuns {
    private static final int KEPT = 12;
    private final WaveAnalyses analyses;
    private final HeadlineSettings settings;

    private record Key(String sha256, String specification) {}

    private final Map<Key, WeightingRun> runs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, WeightingRun> eldest) {
            return size() > KEPT;
        }
    };

    WeightingRuns(WaveAnalyses analyses, HeadlineSettings settings) {
        this.analyses = analyses;
        this.settings = settings;
    }

    /** The specification of a plan: its weights and the rate made with them. */
    public Specification specification(String name, Map<String, Object> sections) {
        Map<String, Object> interval = new LinkedHashMap<>();
        interval.put("method", "logit");
        interval.put("df", "domain");
        Map<String, Object> rate = new LinkedHashMap<>();
        rate.put("statistic", "proportion");
        rate.put("variable", "literate");
        rate.put("level", 1);
        rate.put("deff", true);
        rate.put("ci", interval);
        return Specification.builder(name)
                .sections(sections)
                .derive("literate", "score >= " + settings.literateFrom())
                .estimate("rate", rate)
                .build();
    }

    /**
     * Runs a plan on rows.
     *
     * @throws org.suzhi.microdata.Problem when the rows cannot be weighted so
     */
    public WeightingRun run(String name, Map<String, Object> sections, WaveExtract rows) {
        Specification specification = specification(name, sections);
        Key key = new Key(rows.sha256(), specification.toYaml());
        synchronized (runs) {
            WeightingRun there = runs.get(key);
            if (there != null) {
                return there;
            }
        }
        AnalysisResult result = analyses.run(specification, sections, rows);
        WeightingRun made = new WeightingRun(
                specification,
                rows,
                result,
                steps(sections, rows.table(), result),
                result.estimate("rate").row());
        synchronized (runs) {
            runs.put(key, made);
        }
        return made;
    }

    /** The weights with replicates, of the rows of a plan. */
    public PreparedDesign replicates(Map<String, Object> sections, WaveExtract rows, Map<String, Object> replicate) {
        Map<String, Object> more = new LinkedHashMap<>(sections);
        Map<String, Object> design = new LinkedHashMap<>();
        if (sections.get("design") instanceof Map<?, ?> plain) {
            plain.forEach((option, value) -> design.put(String.valueOf(option), value));
        }
        design.put("replicate", replicate);
        more.put("design", design);
        return prepare(more, rows.table());
    }

    private List<WeightingRun.Step> steps(Map<String, Object> sections, Extract rows, AnalysisResult result) {
        List<?> weighting = list(sections, "weighting");
        List<?> calibrate = list(sections, "calibrate");
        List<String> names = new ArrayList<>(List.of("base"));
        List<double[]> weights = new ArrayList<>(List.of(weights(sections, rows, 0, 0)));
        for (int k = 1; k <= weighting.size(); k++) {
            names.add(weighting.get(k - 1) instanceof Map<?, ?> step ? String.valueOf(step.get("step")) : "");
            weights.add(weights(sections, rows, k, 0));
        }
        for (int k = 1; k <= calibrate.size(); k++) {
            names.add("calibrate");
            weights.add(weights(sections, rows, weighting.size(), k));
        }
        List<Map<String, Object>> told = result.weighting();
        NumericColumn score = (NumericColumn) rows.column("score");
        List<WeightingRun.Step> steps = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            double[] w = weights.get(k);
            @Nullable Histogram change = k == 0 ? null : Histogram.of(weights.get(k - 1), w);
            Map<String, Object> own = k < told.size() ? told.get(k) : Map.of();
            steps.add(new WeightingRun.Step(names.get(k), WeightFigures.of(w), own, rate(w, score), change));
        }
        return steps;
    }

    private double rate(double[] weights, NumericColumn score) {
        double literate = 0;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!score.isMissing(i)) {
                sum += weights[i];
                literate += score.value(i) >= settings.literateFrom() ? weights[i] : 0;
            }
        }
        return literate / sum;
    }

    /** The weights after so many steps of the weighting and the calibration. */
    private static double[] weights(Map<String, Object> sections, Extract rows, int weighting, int calibrate) {
        Map<String, Object> begun = new LinkedHashMap<>(sections);
        begun.put("weighting", list(sections, "weighting").subList(0, weighting));
        begun.put("calibrate", list(sections, "calibrate").subList(0, calibrate));
        return prepare(begun, rows).design().weights();
    }

    private static PreparedDesign prepare(Map<String, Object> sections, Extract rows) {
        return Analysis.prepare(
                Specification.builder("design").sections(sections).build(), rows);
    }

    private static List<?> list(Map<String, Object> sections, String key) {
        return sections.get(key) instanceof List<?> list ? list : List.of();
    }
}
