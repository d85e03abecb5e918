package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.Numbers;
import org.suzhi.analysis.design.SurveyDesign;

/** The rows that the results of one domain of a request are made of: those with a weight and the request's values. */
public final class EstimatedDomain {
    private final String request;
    private final Map<String, String> by;
    private final BitSet rows;

    private EstimatedDomain(String request, Map<String, String> by, BitSet rows) {
        this.request = request;
        this.by = by;
        this.rows = rows;
    }

    static List<EstimatedDomain> of(EstimateRequest request, SurveyDesign design, Set<String> factors) {
        BitSet members = Analysis.subset(request.subset(), design);
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            members.set(i, design.weight(i) != 0);
        }
        List<EstimatedDomain> all = new ArrayList<>();
        try {
            DomainGrid grid = DomainGrid.of(design.extract(), request.by(), members);
            Domains domains = grid.domains().complete(columns(request, design, factors));
            BitSet[] rows = new BitSet[domains.count()];
            for (int d = 0; d < rows.length; d++) {
                rows[d] = new BitSet();
            }
            for (int i = 0; i < domains.rows(); i++) {
                if (domains.of(i) >= 0) {
                    rows[domains.of(i)].set(i);
                }
            }
            for (int d = 0; d < rows.length; d++) {
                all.add(new EstimatedDomain(request.id(), grid.levels(d), rows[d]));
            }
        } catch (AnalysisRefusal refusal) {
            // Then there is no figure either.
            return List.of();
        }
        return all;
    }

    private static List<double[]> columns(EstimateRequest request, SurveyDesign design, Set<String> factors) {
        if (!request.plausibleValues().isEmpty()) {
            return request.plausibleValues().stream()
                    .map(name -> Numbers.of(design.extract(), name))
                    .toList();
        }
        return RequestVariables.of(request, design.extract(), factors).columns();
    }

    public String request() {
        return request;
    }

    /** The level of every {@code by} variable. */
    public Map<String, String> by() {
        return by;
    }

    /** A copy of its rows. */
    public BitSet rows() {
        return (BitSet) rows.clone();
    }
}
