package org.suzhi.analysis.specification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.microdata.Extract;

/** A design that is built, weighted and calibrated, so that many analyses need not do so again. Immutable. */
public final class PreparedDesign {
    private final Specification specification;
    private final Extract raw;
    private final SurveyDesign design;
    private final Map<String, Object> summaries;

    PreparedDesign(Specification specification, Extract raw, SurveyDesign design, Map<String, Object> summaries) {
        this.specification = specification;
        this.raw = raw;
        this.design = design;
        this.summaries = Collections.unmodifiableMap(new LinkedHashMap<>(summaries));
    }

    /** What it was prepared by. */
    Specification specification() {
        return specification;
    }

    /** The columns before factors were declared and columns derived. */
    Extract raw() {
        return raw;
    }

    /** The weighted and calibrated design. */
    public SurveyDesign design() {
        return design;
    }

    /** What a result says of design and weights. */
    Map<String, Object> summaries() {
        return summaries;
    }
}
