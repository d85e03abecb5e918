package org.suzhi.analysis.specification;

import java.util.List;
import java.util.Optional;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.expression.Expression;

/**
 * One item of the {@code itemNonresponse} section.
 *
 * @param doNotKnow values that mean "I do not know": answers, shown on a line of their own
 * @param notReached whether the items stand in the order in which they are asked, so that those open after the last answer count
 *     as not reached
 */
record ItemNonresponseRequest(
        String id,
        List<String> items,
        List<String> doNotKnow,
        boolean notReached,
        Optional<Expression> subset,
        double ciLevel) {
    static ItemNonresponseRequest read(SpecificationReader reader) {
        Optional<SpecificationReader> ci = reader.mapping("ci");
        double level = ci.flatMap(c -> c.number("level")).orElse(0.95);
        ci.ifPresent(SpecificationReader::finish);
        ItemNonresponseRequest request = new ItemNonresponseRequest(
                reader.requiredText("id"),
                reader.texts("items"),
                reader.texts("doNotKnow"),
                reader.flag("notReached"),
                reader.expression("subset"),
                level);
        reader.finish();
        if (request.items().isEmpty()) {
            throw new AnalysisProblem("spec_missing_key", reader.at("items"));
        }
        if (!(level > 0 && level < 1)) {
            throw new AnalysisProblem(
                    "spec_wrong_type", reader.at("ci.level"), level, Wanted.NUMBER_WITHIN_0_1.words());
        }
        return request;
    }
}
