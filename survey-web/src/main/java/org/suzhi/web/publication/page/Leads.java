package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.suzhi.web.publication.Figure;

/**
 * The sentences above a topic's chart. A domain is called above or below the target only where its whole interval is;
 * ranks are not told, since intervals of small domains overlap.
 */
record Leads(SeriesReading reading, Texts texts) {
    String lead(Topic topic) {
        return switch (topic) {
            case TREND -> trend();
            case GROUPS, TOWNS -> domains(topic);
            case BREAKDOWN -> texts.of("topic.breakdown.lead", newestYear());
        };
    }

    private String trend() {
        if (reading.oneWave()) {
            return texts.of("topic.trend.lead.one", newestYear());
        }
        return texts.of(
                "topic.trend.lead",
                Integer.toString(reading.first().year()),
                Texts.percent(reading.first().overall().estimate()),
                newestYear(),
                Texts.percent(reading.newest().overall().estimate()),
                Integer.toString(reading.series().waves().size()));
    }

    private String domains(Topic topic) {
        List<Figure> shown = SeriesReading.figures(reading.newest(), topic).stream()
                .filter(Figure::publishable)
                .toList();
        if (shown.isEmpty()) {
            return texts.of("topic.lead.suppressed", newestYear());
        }
        double target = reading.series().target().value();
        List<String> above = names(shown, figure -> figure.lower() > target);
        List<String> below = names(shown, figure -> figure.upper() < target);
        int open = shown.size() - above.size() - below.size();
        if (open == shown.size()) {
            return texts.of("topic.lead.open.all", newestYear(), Integer.toString(open));
        }
        List<String> sentences = new ArrayList<>();
        if (!above.isEmpty()) {
            sentences.add(texts.of("topic.lead.above", String.join(texts.of("list.comma"), above)));
        }
        if (!below.isEmpty()) {
            sentences.add(texts.of("topic.lead.below", String.join(texts.of("list.comma"), below)));
        }
        if (open > 0) {
            sentences.add(texts.of("topic.lead.open", Integer.toString(open)));
        }
        return sentences.stream().collect(Collectors.joining(texts.of("sentence.separator")));
    }

    private List<String> names(List<Figure> figures, Predicate<Figure> which) {
        return figures.stream()
                .filter(which)
                .map(figure -> texts.level(figure.dimension(), figure.level()))
                .toList();
    }

    private String newestYear() {
        return Integer.toString(reading.newest().year());
    }
}
