package org.suzhi.web.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.Extract;
import org.suzhi.microdata.NumericColumn;
import org.suzhi.microdata.Problem;

/**
 * How long each question was on the screen, from the file {@code audit.csv} that ODK's clients keep when the form has an
 * item of type audit: <a href="https://docs.getodk.org/form-audit-log/">event, node, start and end in milliseconds</a>.
 */
final class QuestionTimes {
    private static final List<String> COLUMNS = List.of("event", "node", "start", "end");

    private QuestionTimes() {}

    /** Seconds by the item's path, visits added up; empty where the file cannot be read. */
    static Map<String, Double> read(byte[] csv) {
        Extract log;
        try {
            log = CsvReader.read("audit.csv", csv);
        } catch (Problem damaged) {
            return Map.of();
        }
        if (!COLUMNS.stream().allMatch(log::has)
                || !(log.column("event") instanceof CategoryColumn events)
                || !(log.column("node") instanceof CategoryColumn nodes)
                || !(log.column("start") instanceof NumericColumn starts)
                || !(log.column("end") instanceof NumericColumn ends)) {
            return Map.of();
        }
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            boolean whole = !nodes.isMissing(i) && !starts.isMissing(i) && !ends.isMissing(i);
            if (whole && "question".equals(events.text(i))) {
                String path = nodes.text(i).replaceAll("\\[\\d+]", "");
                seconds.merge(path, (ends.value(i) - starts.value(i)) / 1000, Double::sum);
            }
        }
        return seconds;
    }
}
