package org.suzhi.web.publication;

import java.util.List;
import org.suzhi.sample.DomainFacts;
import org.suzhi.web.publication.ContextLine.Point;
import org.suzhi.web.publication.ContextLine.Status;

/** What comes with Suzhi of the national survey of science literacy: real, each figure with its source. */
public final class NationalSurvey {
    private NationalSurvey() {}

    /** The nation's rates, wave by wave. */
    public static ContextLine line() {
        return line("全国", "China", DomainFacts.nationalWaves());
    }

    /** A line of published rates. */
    public static ContextLine line(String nameZh, String nameEn, List<DomainFacts.PublishedRate> rates) {
        return new ContextLine(
                nameZh,
                nameEn,
                rates.stream()
                        .map(r -> new Point(
                                r.year(), r.percent(), Status.PUBLISHED, r.criterion(), r.source(), r.status()))
                        .toList());
    }
}
