package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suzhi.analysis.indicator.Direction;
import org.suzhi.analysis.indicator.ProgressWords;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.WaveChange;

/**
 * The sentences above a topic's chart. A domain is called above or below the target only where its whole interval is;
 * ranks are not told, since intervals of small domains overlap.
 */
public record Leads(SeriesReading reading, Texts texts) {
    /** So many domains that the sample cannot place are named; more are counted. */
    private static final int NAMED = 3;

    public String lead(Topic topic) {
        return switch (topic) {
            case TREND -> trend();
            case OUTLOOK -> "";
            case GROUP_TRENDS, LEVELS, PARTS -> reading.oneWave() ? "" : changes(topic);
            case ITEMS, CHOICES -> extremes(topic);
            case RESPONSE -> response();
            case GROUPS, TOWNS -> domains(topic);
            case BREAKDOWN -> texts.of("topic.breakdown.lead", newestYear());
        };
    }

    /** Where the waves lead: pace, deadline, later years; verdict and newest change stand elsewhere. */
    public List<String> outlook() {
        return ProgressWords.of(reading.progress()).outlook().stream()
                .map(sentence -> sentence.text(texts.locale()))
                .toList();
    }

    private String trend() {
        List<SeriesReading.Dated> rates = reading.headlines();
        int last = rates.size() - 1;
        if (last < 1) {
            return texts.of("topic.trend.lead.one", newestYear());
        }
        SeriesReading.Dated first = rates.get(0);
        SeriesReading.Dated newest = rates.get(last);
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.of(
                "topic.trend.lead",
                Integer.toString(first.year()),
                Texts.percent(first.rate().estimate()),
                Integer.toString(newest.year()),
                Texts.percent(newest.rate().estimate()),
                Integer.toString(rates.size())));
        Stream.of(first, rates.get(last - 1))
                .distinct()
                .map(earlier -> change(earlier, newest))
                .forEach(sentences::add);
        return String.join(texts.of("sentence.separator"), sentences);
    }

    private String change(SeriesReading.Dated from, SeriesReading.Dated to) {
        return change(WaveChange.between(from.year(), from.rate(), to.year(), to.rate()), texts);
    }

    /** What the most and the fewest do; of questions of several choices for each of them what the most do. */
    private String extremes(Topic topic) {
        List<Figure> shown = SeriesReading.figures(reading.newest(), topic).stream()
                .filter(Figure::publishable)
                .toList();
        if (shown.isEmpty()) {
            return texts.of("topic.lead.suppressed", newestYear());
        }
        if (topic == Topic.ITEMS) {
            return texts.of("topic.items.lead", newestYear(), told(shown.get(0)), told(shown.get(shown.size() - 1)));
        }
        return shown.stream()
                .map(Figure::dimension)
                .distinct()
                .map(dimension -> texts.of(
                        "topic.choices.lead",
                        texts.dimension(dimension),
                        listed(shown.stream()
                                .filter(figure -> figure.dimension().equals(dimension))
                                .limit(NAMED)
                                .map(this::told)
                                .toList())))
                .collect(Collectors.joining(texts.of("sentence.separator")));
    }

    private String told(Figure figure) {
        return texts.of(
                "topic.told", texts.level(figure.dimension(), figure.level()), Texts.number("0.0%", figure.estimate()));
    }

    private String response() {
        List<ResponseRates> waves = ResponseRates.of(reading.series());
        ResponseRates newest = waves.get(waves.size() - 1);
        return texts.of(
                "topic.response.lead",
                Integer.toString(newest.year()),
                Texts.count(newest.cases()),
                Texts.count(newest.interviews()),
                Texts.number("0.0%", newest.value(ResponseRates.Rate.RR1)),
                Texts.number("0.0%", newest.value(ResponseRates.Rate.RR3)));
    }

    /** Who rose and who fell since the first wave, as far as the samples can tell. */
    private String changes(Topic topic) {
        List<String> risen = new ArrayList<>();
        List<String> fallen = new ArrayList<>();
        for (Figure figure : SeriesReading.figures(reading.newest(), topic)) {
            Figure earlier = SeriesReading.shown(reading.first(), figure.dimension(), figure.level());
            if (figure.publishable() && earlier.publishable()) {
                WaveChange change = WaveChange.between(
                        reading.first().year(), earlier, reading.newest().year(), figure);
                String name = texts.level(figure.dimension(), figure.level());
                if (change.direction() == Direction.UP) {
                    risen.add(name);
                } else if (change.direction() == Direction.DOWN) {
                    fallen.add(name);
                }
            }
        }
        String since = Integer.toString(reading.first().year());
        List<String> sentences = new ArrayList<>();
        if (!risen.isEmpty()) {
            sentences.add(texts.of("topic.changes.risen", since, listed(risen)));
        }
        if (!fallen.isEmpty()) {
            sentences.add(texts.of("topic.changes.fallen", since, listed(fallen)));
        }
        sentences.add(texts.of(sentences.isEmpty() ? "topic.changes.open.all" : "topic.changes.open.rest", since));
        return String.join(texts.of("sentence.separator"), sentences);
    }

    /** A rise or a fall is said only where the interval of the difference leaves out zero. */
    public static String change(WaveChange change, Texts texts) {
        String from = Integer.toString(change.from());
        if (!change.hasError()) {
            return texts.of("change.unknown", from, Texts.points(change.difference()));
        }
        Direction direction = change.direction();
        return texts.of(
                "change." + direction.name().toLowerCase(Locale.ROOT),
                from,
                direction == Direction.OPEN
                        ? Texts.points(change.difference())
                        : Texts.number("0.00", 100 * Math.abs(change.difference())),
                Texts.points(change.ciLower()),
                Texts.points(change.ciUpper()));
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
        List<String> open = names(shown, figure -> figure.lower() <= target && target <= figure.upper());
        if (open.size() == shown.size()) {
            return texts.of("topic.lead.open.all", newestYear(), Integer.toString(open.size()));
        }
        List<String> sentences = new ArrayList<>();
        if (!above.isEmpty()) {
            sentences.add(texts.of("topic.lead.above", listed(above)));
        }
        if (!below.isEmpty()) {
            sentences.add(texts.of("topic.lead.below", listed(below)));
        }
        if (open.size() > NAMED) {
            sentences.add(texts.of("topic.lead.open", Integer.toString(open.size())));
        } else if (!open.isEmpty()) {
            sentences.add(texts.of("topic.lead.open.named", listed(open)));
        }
        return String.join(texts.of("sentence.separator"), sentences);
    }

    private String listed(List<String> names) {
        return String.join(texts.of("list.comma"), names);
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
