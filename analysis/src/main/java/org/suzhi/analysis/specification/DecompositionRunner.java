package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.inference.Decomposition;
import org.suzhi.microdata.CategoryColumn;

/** Runs one decomposition: rows change, composition, rate, then composition and rate of every category. */
final class DecompositionRunner {
    private final DecompositionRequest request;
    private final SurveyDesign design;
    private final CategoryColumn over;
    private final DomainGrid grid;
    private final double[] variable;
    private final int[] populationOf;

    private DecompositionRunner(DecompositionRequest request, SurveyDesign design, BitSet members) {
        this.request = request;
        this.design = design;
        over = DomainGrid.categories(design.extract(), request.over());
        int[] wave = {level(request.from()), level(request.to())};
        populationOf = new int[design.rows()];
        BitSet of = new BitSet();
        for (int i = 0; i < populationOf.length; i++) {
            int code = over.code(i);
            populationOf[i] = code == wave[0] ? 0 : code == wave[1] ? 1 : -1;
            of.set(i, members.get(i) && populationOf[i] >= 0 && design.weight(i) != 0);
        }
        grid = DomainGrid.of(design.extract(), request.by(), of);
        variable = request.level().isPresent()
                ? RequestVariables.indicator(
                        design.extract(), request.variable(), request.level().get())
                : Numbers.of(design.extract(), request.variable());
        refuseMissing(of);
    }

    static Outcome run(DecompositionRequest request, SurveyDesign design, BitSet members) {
        return new DecompositionRunner(request, design, members).run();
    }

    private int level(String name) {
        int code = over.levels().indexOf(name);
        if (code < 0) {
            throw new AnalysisRefusal(
                    "decomposition_population", request.id(), request.over(), name, String.join(", ", over.levels()));
        }
        return code;
    }

    private void refuseMissing(BitSet of) {
        for (int i = of.nextSetBit(0); i >= 0 && !request.naRm(); i = of.nextSetBit(i + 1)) {
            if (grid.domains().of(i) < 0 || Double.isNaN(variable[i])) {
                throw new AnalysisRefusal("decomposition_missing", request.id(), i + 1);
            }
        }
    }

    private Outcome run() {
        int[] counts = new int[2 * grid.domains().count()];
        int all = grid.domains().count();
        for (int i = 0; i < populationOf.length; i++) {
            if (used(i)) {
                counts[populationOf[i] * all + grid.domains().of(i)]++;
            }
        }
        List<Integer> categories = categories(counts, all);
        int k = categories.size();
        int[] place = new int[all];
        for (int c = 0; c < k; c++) {
            place[categories.get(c)] = c;
        }
        int[] cellOf = new int[populationOf.length];
        BitSet used = new BitSet();
        for (int i = 0; i < cellOf.length; i++) {
            cellOf[i] = used(i) ? populationOf[i] * k + place[grid.domains().of(i)] : -1;
            used.set(i, cellOf[i] >= 0);
        }
        Domains cells = Domains.of(cellOf, 2 * k);
        design.replicates()
                .flatMap(r -> Decomposition.lostInAReplicate(r, cells))
                .ifPresent(lost -> {
                    throw new AnalysisRefusal(
                            "decomposition_thin_category",
                            request.id(),
                            name(categories.get(lost % k)),
                            lost < k ? request.from() : request.to());
                });
        Decomposition parts = Decomposition.of(design, cells, variable);
        double designDf = design.degreesOfFreedom(used);
        List<EstimateRow> rows = new ArrayList<>();
        String[] components = {"change", "composition", "rate"};
        for (int o = 0; o < 3; o++) {
            Map<String, Double> rates =
                    o > 0 ? Map.of() : ordered("rateFrom", parts.rateOfAll(0), "rateTo", parts.rateOfAll(1));
            rows.add(row(Map.of(), components[o], used.cardinality(), parts, o, designDf, rates));
        }
        for (int o = 1; o < 3; o++) {
            for (int c = 0; c < k; c++) {
                int domain = categories.get(c);
                Map<String, Double> figures = ordered("shareFrom", parts.share(0, c), "shareTo", parts.share(1, c));
                figures.putAll(ordered("rateFrom", parts.rate(0, c), "rateTo", parts.rate(1, c)));
                rows.add(row(
                        grid.levels(domain),
                        components[o],
                        counts[domain] + counts[all + domain],
                        parts,
                        o == 1 ? parts.composition(c) : parts.rate(c),
                        designDf,
                        figures));
            }
        }
        int[] places = new int[rows.size()];
        java.util.Arrays.setAll(places, i -> i);
        return new Outcome(rows, parts.covariances(), places, designDf);
    }

    private boolean used(int i) {
        return populationOf[i] >= 0 && grid.domains().of(i) >= 0 && !Double.isNaN(variable[i]) && design.weight(i) != 0;
    }

    /** Categories with rows; one that is empty in only one population has no rate there. */
    private List<Integer> categories(int[] counts, int all) {
        List<Integer> categories = new ArrayList<>();
        for (int c = 0; c < all; c++) {
            if (counts[c] > 0 && counts[all + c] > 0) {
                categories.add(c);
            } else if (counts[c] + counts[all + c] > 0) {
                boolean first = counts[c] > 0;
                throw new AnalysisRefusal(
                        "decomposition_empty_category",
                        request.id(),
                        name(c),
                        first ? request.from() : request.to(),
                        first ? request.to() : request.from());
            }
        }
        if (categories.isEmpty()) {
            throw new AnalysisRefusal("test_without_rows", request.id());
        }
        return categories;
    }

    private String name(int category) {
        List<String> parts = new ArrayList<>();
        grid.levels(category).forEach((variableName, level) -> parts.add(variableName + " = " + level));
        return String.join(", ", parts);
    }

    private EstimateRow row(
            Map<String, String> by,
            String component,
            int n,
            Decomposition parts,
            int place,
            double designDf,
            Map<String, Double> more) {
        double df = request.df().orElse(designDf);
        double se = Math.sqrt(Math.max(parts.covariances().variance(place), 0));
        Interval interval = Interval.wald(parts.value(place), se, df, request.ciLevel());
        return new EstimateRow(
                by,
                Map.of("component", component),
                n,
                parts.value(place),
                se,
                interval.lower(),
                interval.upper(),
                df,
                Double.NaN,
                Double.NaN,
                Optional.empty(),
                more);
    }

    private static Map<String, Double> ordered(String first, double value, String second, double other) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put(first, value);
        map.put(second, other);
        return map;
    }
}
