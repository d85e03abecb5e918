package org.suzhi.web.publication;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the public was shown of a run.
 *
 * @param publication null of provisional figures
 * @param withheld figures not shown, by their {@link #figure} names
 * @param wholeOnly whether only figures of the whole population are shown
 */
public record Release(
        long id, long runId, @Nullable Long publication, Set<String> withheld, boolean wholeOnly, Instant releasedAt) {
    public Release {
        withheld = Set.copyOf(withheld);
    }

    /** The name of a figure: its request, and the level of every variable that it is by. */
    public static String figure(String request, Map<String, String> by) {
        StringBuilder name = new StringBuilder(request);
        by.forEach((variable, level) ->
                name.append('|').append(variable).append('=').append(level));
        return name.toString();
    }

    /** Whether a figure is not to be shown. */
    public boolean withholds(String request, Map<String, String> by) {
        return withheld.contains(figure(request, by));
    }
}
