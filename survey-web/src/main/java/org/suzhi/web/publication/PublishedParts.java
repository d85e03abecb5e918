package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.indicator.Parts;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.EstimatedDomain;
import org.suzhi.analysis.specification.PreparedDesign;
import org.suzhi.analysis.specification.Specification;
import org.suzhi.web.publication.WaveParts.Cut;

/** Takes waves apart by the very rows and weights of the run that they were published from; once a run. */
@Component
class PublishedParts implements PartsOfWaves {
    private final ShownWaves shown;
    private final Runs runs;
    private final FigureRows rows;
    private final HeadlineSettings settings;
    private final Map<Long, Optional<WaveParts>> parts = new ConcurrentHashMap<>();

    PublishedParts(ShownWaves shown, Runs runs, FigureRows rows, HeadlineSettings settings) {
        this.shown = shown;
        this.runs = runs;
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public Optional<WaveParts> of(PublishedWave wave) {
        return shown.runShown(wave.year())
                .flatMap(run ->
                        parts.computeIfAbsent(run, id -> taken(runs.find(id).orElseThrow())));
    }

    private Optional<WaveParts> taken(AnalysisRun run) {
        return rows.of(run).map(prepared -> new WaveParts(settings.smallestCell(), cuts(run, prepared)));
    }

    private List<Cut> cuts(AnalysisRun run, PreparedDesign prepared) {
        SurveyDesign design = prepared.design();
        Map<String, List<EstimatedDomain>> domains =
                Analysis.domains(Specification.parse(run.specification()), prepared).stream()
                        .filter(domain -> !domain.rows().isEmpty())
                        .collect(Collectors.groupingBy(
                                EstimatedDomain::request, LinkedHashMap::new, Collectors.toList()));
        List<BitSet> whole = rowsOf(domains.getOrDefault(HeadlineSpecification.RATE, List.of()));
        List<Cut> cuts = new ArrayList<>();
        if (whole.size() != 1) {
            return cuts;
        }
        for (HeadlineSettings.Dimension dimension : settings.dimensions()) {
            List<EstimatedDomain> levels = domains.getOrDefault(dimension.name(), List.of());
            cut(
                            design,
                            whole.get(0),
                            dimension.name(),
                            levels.stream()
                                    .map(d -> d.by().values().iterator().next())
                                    .toList(),
                            rowsOf(levels))
                    .ifPresent(cuts::add);
        }
        for (Map.Entry<String, List<EstimatedDomain>> request : domains.entrySet()) {
            HeadlineSpecification.groupOf(request.getKey()).ifPresent(group -> {
                BitSet members = request.getValue().get(0).rows();
                BitSet rest = (BitSet) whole.get(0).clone();
                rest.andNot(members);
                cut(design, whole.get(0), "group", List.of(group, WaveParts.REST), List.of(members, rest))
                        .ifPresent(cuts::add);
            });
        }
        return cuts;
    }

    private static List<BitSet> rowsOf(List<EstimatedDomain> domains) {
        return domains.stream().map(EstimatedDomain::rows).toList();
    }

    /** None where the levels do not make up the whole, as where some do not say where they belong. */
    private static Optional<Cut> cut(
            SurveyDesign design, BitSet whole, String dimension, List<String> levels, List<BitSet> rows) {
        int[] codes = new int[design.rows()];
        java.util.Arrays.fill(codes, -1);
        List<Integer> counts = new ArrayList<>();
        for (int c = 0; c < rows.size(); c++) {
            int category = c;
            rows.get(c).stream().forEach(i -> codes[i] = category);
            counts.add(rows.get(c).cardinality());
        }
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        if (levels.size() < 2 || counts.contains(0) || all != whole.cardinality()) {
            return Optional.empty();
        }
        double[] literate = Numbers.of(design.extract(), HeadlineSpecification.LITERATE);
        return Optional.of(
                new Cut(dimension, levels, counts, Parts.of(design, Domains.of(codes, levels.size()), literate)));
    }
}
