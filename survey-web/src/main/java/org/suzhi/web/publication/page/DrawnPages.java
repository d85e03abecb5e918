package org.suzhi.web.publication.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.suzhi.web.publication.PublishedSeries;

/**
 * What was made of a published series, once for each view, language and form: pages with their charts, tables and the fit of
 * the trend. A new series makes all of it void.
 */
@Component
class DrawnPages {
    /** So many views are kept; a series has waves × groups of them, in two languages and several forms. */
    private static final int MOST = 400;

    private record Key(View view, String language, String form) {}

    private record Drawn(PublishedSeries series, Map<Key, Object> made) {}

    private final AtomicReference<Drawn> drawn = new AtomicReference<>();

    /**
     * What is there, or made now.
     *
     * @param series as the publication holds it; the same object as long as nothing is published anew
     * @param form what is made, such as "page" or "trend.png"
     */
    @SuppressWarnings("unchecked")
    <T> T of(PublishedSeries series, View view, String language, String form, Supplier<T> making) {
        Map<Key, Object> made = madeOf(series);
        if (made.size() > MOST) {
            made.clear();
        }
        Key key = new Key(view, language, form);
        Object there = made.get(key);
        if (there == null) {
            there = making.get();
            made.put(key, there);
        }
        return (T) there;
    }

    @SuppressWarnings("ReferenceEquality") // a series is replaced, never changed, and costs much to compare
    private Map<Key, Object> madeOf(PublishedSeries series) {
        return drawn.updateAndGet(old ->
                        old != null && old.series() == series ? old : new Drawn(series, new ConcurrentHashMap<>()))
                .made();
    }
}
