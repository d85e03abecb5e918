package org.suzhi.web.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suzhi.web.workbench.Labels;
import org.suzhi.web.workbench.Measure;
import org.suzhi.web.workbench.Population;
import org.suzhi.web.workbench.Words;

/** What a specification asked, in words. */
record Asked(Map<String, Object> specification, Labels labels, Words words) {
    private static final Pattern MEMBER = Pattern.compile("^`([^`]+)` == \"([^\"]*)\"(?: & \\((.*)\\))?$");

    /** The keys of a request by its id. */
    Optional<Map<?, ?>> request(String section, String id) {
        for (Object one : specification.get(section) instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> request && id.equals(request.get("id"))) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }

    Measure measure(Map<?, ?> request) {
        String variable = String.valueOf(request.get("variable"));
        Object level = request.get("level");
        boolean rate = "proportion".equals(request.get("statistic"));
        if (variable.equals(Measure.LITERATE)) {
            return new Measure(variable, null, Measure.Kind.LITERACY);
        }
        return level != null
                ? new Measure(variable, String.valueOf(level), Measure.Kind.SHARE)
                : new Measure(variable, null, rate ? Measure.Kind.SHARES : Measure.Kind.MEAN);
    }

    String name(Measure measure) {
        return switch (measure.kind()) {
            case LITERACY -> words.of("workbench.measure.literate");
            case MEAN -> words.of("workbench.measure.mean", labels.label(measure.variable()));
            case SHARES -> words.of("workbench.measure.shares", labels.label(measure.variable()));
            case SHARE ->
                words.of(
                        "workbench.measure.share",
                        labels.label(measure.variable()),
                        labels.level(measure.variable(), String.valueOf(measure.level())));
        };
    }

    List<String> by(Map<?, ?> request) {
        List<String> by = new ArrayList<>();
        for (Object name : request.get("by") instanceof List<?> list ? list : List.of()) {
            by.add(String.valueOf(name));
        }
        return by;
    }

    /** Whom a request is about. */
    String population(Map<?, ?> request) {
        if (!(request.get("subset") instanceof String condition)) {
            return words.of("workbench.everybody");
        }
        Matcher member = MEMBER.matcher(condition);
        if (!member.matches()) {
            return inWords(condition);
        }
        String of = labels.label(member.group(1))
                + words.of("workbench.is")
                + labels.level(member.group(1), member.group(2));
        return member.group(3) == null ? of : of + " & " + inWords(member.group(3));
    }

    private String inWords(String condition) {
        return condition.replace(Population.COMPLETE, words.of("workbench.missing.complete"));
    }
}
