package org.suzhi.web.publication.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.suzhi.web.publication.ItemReference;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/**
 * The surveys elsewhere that the most items of the newest wave can be compared with, and their figures: at most four, one of a
 * country, its newest.
 *
 * @param surveys such as "US 2010"
 * @param names the same in the reader's language
 * @param figures all of them, survey by survey
 */
record References(List<String> surveys, List<String> names, List<ItemReference> figures) {
    private static final int MOST = 4;

    static References of(PublishedSeries series, Texts texts) {
        PublishedWave newest = series.waves().get(series.waves().size() - 1);
        Map<String, List<ItemReference>> bySurvey = series.references().stream()
                .filter(r -> SeriesReading.figure(newest, "item", r.item()).isPresent())
                .collect(Collectors.groupingBy(
                        ItemReference::survey,
                        Collectors.collectingAndThen(Collectors.toList(), References::oneAnItem)));
        Map<String, List<ItemReference>> largest = new HashMap<>();
        bySurvey.values().forEach(list -> largest.merge(list.get(0).place(), list, References::better));
        List<List<ItemReference>> chosen = largest.values().stream()
                .sorted(Comparator.comparing((List<ItemReference> list) -> -list.size())
                        .thenComparing(list -> list.get(0).survey()))
                .limit(MOST)
                .toList();
        return new References(
                chosen.stream().map(list -> list.get(0).survey()).toList(),
                chosen.stream()
                        .map(list -> list.get(0).survey(texts.messages(), texts.locale()))
                        .toList(),
                chosen.stream().flatMap(List::stream).toList());
    }

    /** Where the figures are from: a line for each source of each survey. */
    List<String> sources(Texts texts) {
        return figures.stream()
                .map(r -> texts.of("table.source.survey", r.survey(texts.messages(), texts.locale()), r.source()))
                .distinct()
                .toList();
    }

    /** The first source of each item. */
    private static List<ItemReference> oneAnItem(List<ItemReference> references) {
        Set<String> items = new HashSet<>();
        return references.stream().filter(r -> items.add(r.item())).toList();
    }

    /** Of two surveys of a country the newer one, unless it has less than half the items. */
    private static List<ItemReference> better(List<ItemReference> a, List<ItemReference> b) {
        List<ItemReference> newer = a.get(0).year().compareTo(b.get(0).year()) > 0 ? a : b;
        List<ItemReference> older = newer == a ? b : a;
        return 2 * newer.size() >= older.size() ? newer : older;
    }

    /** An item's share in each survey, NaN where there is none. */
    List<Double> values(String item) {
        return surveys.stream()
                .map(survey -> figures.stream()
                        .filter(r -> r.item().equals(item) && r.survey().equals(survey))
                        .map(r -> r.percent() / 100)
                        .findFirst()
                        .orElse(Double.NaN))
                .toList();
    }
}
