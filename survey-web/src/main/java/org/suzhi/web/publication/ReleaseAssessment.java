package org.suzhi.web.publication;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.suzhi.analysis.disclosure.Cell;
import org.suzhi.analysis.disclosure.Cell.Standing;
import org.suzhi.analysis.disclosure.DisclosureControl;
import org.suzhi.analysis.specification.Analysis;
import org.suzhi.analysis.specification.EstimatedDomain;
import org.suzhi.analysis.specification.PreparedDesign;
import org.suzhi.analysis.specification.Specification;

/** Weighs the figures of a run against each other and against what was released before. */
final class ReleaseAssessment {
    private final Map<String, Integer> sizes;
    private final Set<String> whole;
    private final Set<String> withheld;
    private final Set<String> secondary;
    private final Set<String> exposed;
    private final int limit;

    private ReleaseAssessment(
            Map<String, Integer> sizes, Set<String> whole, DisclosureControl.Decision decision, int limit) {
        this.sizes = sizes;
        this.whole = whole;
        this.withheld = decision.primary();
        this.secondary = decision.secondary();
        this.exposed = decision.exposed();
        this.limit = limit;
    }

    /** @param official whether it is to be published; provisional figures are weighed against all that was shown */
    static ReleaseAssessment of(AnalysisRun run, boolean official, List<Earlier> earlier, FigureRows rows, int limit) {
        Optional<PreparedDesign> design = rows.of(run);
        Map<String, Integer> sizes = rows.counts(run);
        if (design.isEmpty()) {
            // Without its rows nothing is known of how its figures hang together.
            return new ReleaseAssessment(
                    sizes, Set.of(), new DisclosureControl.Decision(sizes.keySet(), Set.of(), Set.of()), limit);
        }
        Cells cells = new Cells(design.get(), limit);
        cells.addOwn(Specification.parse(run.specification()));
        earlier.forEach(e -> cells.addEarlier(e, rows.counts(e.run()), official && e.isProvisional()));
        return new ReleaseAssessment(sizes, cells.whole, DisclosureControl.decide(cells.cells, limit), limit);
    }

    /** What the public was shown, and the run that it is from. */
    record Earlier(Release release, AnalysisRun run) {
        boolean isProvisional() {
            return release.publication() == null;
        }
    }

    private static final class Cells {
        private final PreparedDesign design;
        private final int limit;
        private final BitSet all = new BitSet();
        private final Map<String, List<EstimatedDomain>> bySpecification = new HashMap<>();
        final List<Cell> cells = new ArrayList<>();
        final Set<String> whole = new TreeSet<>();

        Cells(PreparedDesign design, int limit) {
            this.design = design;
            this.limit = limit;
            for (int i = 0; i < design.design().rows(); i++) {
                all.set(i, design.design().weight(i) != 0);
            }
        }

        void addOwn(Specification specification) {
            for (EstimatedDomain domain : Analysis.domains(specification, design)) {
                String figure = Release.figure(domain.request(), domain.by());
                BitSet rows = domain.rows();
                boolean everybody = rows.equals(all) && all.cardinality() >= limit;
                cells.add(Cell.of(figure, rows, everybody ? Standing.FIXED : Standing.OPEN));
                if (everybody) {
                    whole.add(figure);
                }
            }
        }

        /**
         * A figure shown before is known where its responses are as many; where a few have come or gone, they are secret.
         *
         * @param replaced whether the figures shown before were announced as provisional and are replaced now
         */
        void addEarlier(Earlier earlier, Map<String, Integer> sizes, boolean replaced) {
            List<EstimatedDomain> domains = bySpecification.computeIfAbsent(
                    earlier.run().specification(), text -> Analysis.domains(Specification.parse(text), design));
            for (EstimatedDomain domain : domains) {
                String figure = Release.figure(domain.request(), domain.by());
                int before = sizes.getOrDefault(figure, 0);
                BitSet rows = domain.rows();
                boolean shown = before > 0 && !earlier.release().withheld().contains(figure);
                int change = Math.abs(rows.cardinality() - before);
                if (shown && !rows.equals(all) && (change == 0 || (change < limit && !replaced))) {
                    cells.add(Cell.of(
                            figure + " " + earlier.release().id(),
                            rows,
                            change == 0 ? Standing.FIXED : Standing.SECRET));
                }
            }
        }
    }

    Disclosure.Preview preview() {
        Set<String> small = new TreeSet<>();
        Set<String> few = new TreeSet<>();
        for (String figure : withheld) {
            (sizes.getOrDefault(figure, 0) < limit ? small : few).add(figure);
        }
        return new Disclosure.Preview(small, few, secondary, exposed, sizes.size());
    }

    /** All figures but those of the whole population. */
    Set<String> parts() {
        Set<String> parts = new TreeSet<>(sizes.keySet());
        parts.removeAll(whole);
        return parts;
    }
}
