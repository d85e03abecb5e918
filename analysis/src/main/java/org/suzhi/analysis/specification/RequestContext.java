package org.suzhi.analysis.specification;

import java.util.Arrays;
import java.util.BitSet;
import org.suzhi.analysis.AnalysisRefusal;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;

/** What every runner of an estimate needs: the request, the design, its domains and their degrees of freedom. */
final class RequestContext {
    private final EstimateRequest request;
    private final SurveyDesign design;
    private final DomainGrid grid;
    private final double designDf;

    /** @param members rows in the subset */
    RequestContext(EstimateRequest request, SurveyDesign design, BitSet members) {
        this.request = request;
        this.design = design;
        this.grid = DomainGrid.of(design.extract(), request.by(), members);
        this.designDf = design.degreesOfFreedom(members);
    }

    EstimateRequest request() {
        return request;
    }

    SurveyDesign design() {
        return design;
    }

    DomainGrid grid() {
        return grid;
    }

    Domains domains() {
        return grid.domains();
    }

    /** Degrees of freedom of the design after the subset. */
    double designDf() {
        return designDf;
    }

    /** Degrees of freedom of the intervals of every domain, as requested. */
    double[] dfs() {
        if (request.ciDf().equals("domain")) {
            return degreesOfFreedom(domains());
        }
        double df = request.ciDf().equals("design") ? designDf : SpecificationReader.number("ci.df", request.ciDf());
        double[] all = new double[domains().count()];
        Arrays.fill(all, df);
        return all;
    }

    /** Degrees of freedom of every domain of its own. */
    double[] degreesOfFreedom(Domains of) {
        if (design.replicates().isEmpty()) {
            return design.degreesOfFreedom(of);
        }
        double[] df = new double[of.count()];
        for (int d = 0; d < df.length; d++) {
            df[d] = design.degreesOfFreedom(of.members(d));
        }
        return df;
    }

    /**
     * Degrees of freedom of every domain for beta intervals and presentation. With replicates their rank is dear, so it is
     * found only for the interval; the presentation then uses those of the intervals.
     */
    double[] domainDfs(Domains used) {
        return design.replicates().isPresent() && !request.ciMethod().equals("beta") ? dfs() : degreesOfFreedom(used);
    }

    /** Rows with a positive weight in each domain. */
    int[] counts(Domains domains) {
        int[] counts = new int[domains.count()];
        for (int i = 0; i < domains.rows(); i++) {
            if (domains.of(i) >= 0 && design.weight(i) != 0) {
                counts[domains.of(i)]++;
            }
        }
        return counts;
    }

    /**
     * Refuses missing values that the request did not ask to leave out where weights were calibrated or replicated: there a
     * missing value has no residual. (Elsewhere the domain just has no estimate.)
     */
    void refuseMissing(Domains complete) {
        if (request.naRm() || (!design.calibrated() && design.replicates().isEmpty())) {
            return;
        }
        for (int i = 0; i < complete.rows(); i++) {
            if (domains().of(i) >= 0 && complete.of(i) < 0 && design.weight(i) != 0) {
                throw new AnalysisRefusal("missing_values", request.id(), i + 1);
            }
        }
    }

    /** Rows that a beta interval counts: those of the domain, or all where rows outside stay in with weight 0. */
    int betaRows(int usedRows) {
        boolean whole = design.replicates().isEmpty() && (design.calibrated() || design.unequalProbabilities());
        return whole ? design.sampleRows() : usedRows;
    }
}
