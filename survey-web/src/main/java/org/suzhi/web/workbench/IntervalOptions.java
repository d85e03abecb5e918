package org.suzhi.web.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How intervals are made.
 *
 * @param method of proportions: {@code logit}, {@code beta} (Korn and Graubard), {@code wald}; means have Student's
 * @param level their coverage, a proportion
 */
public record IntervalOptions(String method, double level) {
    public static final List<String> METHODS = List.of("logit", "beta", "wald");
    public static final List<String> LEVELS = List.of("0.95", "0.9", "0.99");
    public static final IntervalOptions USUAL = new IntervalOptions("logit", 0.95);

    Map<String, Object> request(boolean rate) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", rate ? method : "wald");
        request.put("df", "domain");
        request.put("level", level);
        return request;
    }
}
