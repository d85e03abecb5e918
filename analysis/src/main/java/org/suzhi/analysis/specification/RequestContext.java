package org.suzhi.analysis.specification;

import java.util.BitSet;
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

    /** Degrees of freedom of a domain's intervals, as requested. */
    double df(int domain) {
        return switch (request.ciDf()) {
            case "design" -> designDf;
            case "domain" -> design.degreesOfFreedom(domains().members(domain));
            default -> SpecificationReader.number("ci.df", request.ciDf());
        };
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

    /** Rows that a beta interval counts: those of the domain, or all where rows outside stay in with weight 0. */
    int betaRows(int usedRows) {
        boolean whole = design.replicates().isEmpty() && (design.calibrated() || design.unequalProbabilities());
        return whole ? design.rows() : usedRows;
    }
}
