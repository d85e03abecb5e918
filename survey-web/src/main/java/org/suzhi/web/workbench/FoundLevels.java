package org.suzhi.web.workbench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.NumericColumn;
import org.suzhi.web.extract.Stack;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.publication.HeadlineSettings;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;

/** The categories found in the columns of row sets; those of the last few are kept. */
@Component
class FoundLevels {
    /** A column of more categories tells who somebody is rather than what he is like. */
    static final int MOST_LEVELS = 60;

    private static final Set<String> OF_THE_DESIGN = Set.of("weight", "psu", "status", Stack.WAVE);
    private static final int KEPT = 8;
    private final HeadlineSettings settings;

    private final Map<String, Map<String, List<String>>> found =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Map<String, List<String>>> eldest) {
                    return size() > KEPT;
                }
            });

    private final Map<Long, Map<String, List<String>>> ofWaves = new ConcurrentHashMap<>();

    FoundLevels(HeadlineSettings settings) {
        this.settings = settings;
    }

    /** The columns that may be analysed: not those of the design. */
    List<String> analysed(Collection<String> columns) {
        return columns.stream()
                .filter(name -> !OF_THE_DESIGN.contains(name) && !name.equals(settings.psu()))
                .toList();
    }

    /** What was last found in the rows of a wave; they may have changed since. */
    Optional<Map<String, List<String>>> earlier(long waveId) {
        return Optional.ofNullable(ofWaves.get(waveId));
    }

    /**
     * The categories of every column that may be analysed, empty for a number. What is the same for all, such as consent, has
     * nothing to analyse.
     *
     * @param waveId the wave of the rows, of several the newest
     * @param groups names of columns of 0 and 1
     */
    Map<String, List<String>> of(long waveId, WaveExtract rows, PublishedQuestionnaire form, Set<String> groups) {
        Map<String, List<String>> levels = found.computeIfAbsent(rows.sha256(), sha256 -> read(rows, form, groups));
        if (!rows.table().has(Stack.WAVE)) {
            ofWaves.put(waveId, levels);
        }
        return levels;
    }

    private Map<String, List<String>> read(WaveExtract rows, PublishedQuestionnaire form, Set<String> groups) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (String name : analysed(rows.table().names())) {
            Column column = rows.table().column(name);
            Set<String> choices = form.choices(name).keySet();
            boolean number = column instanceof NumericColumn && choices.isEmpty() && !groups.contains(name);
            List<String> there = number ? List.of() : ordered(choices, values(column));
            if (number || (there.size() > 1 && there.size() <= MOST_LEVELS)) {
                levels.put(name, there);
            }
        }
        return levels;
    }

    /** What was found, in the order in which the form offers it, then what it does not offer by name. */
    private static List<String> ordered(Set<String> choices, Set<String> found) {
        Set<String> levels = new LinkedHashSet<>(choices);
        levels.retainAll(found);
        levels.addAll(found);
        return List.copyOf(levels);
    }

    private static Set<String> values(Column column) {
        if (column instanceof CategoryColumn categories) {
            return new TreeSet<>(categories.levels());
        }
        NumericColumn numbers = (NumericColumn) column;
        double[] values = new double[MOST_LEVELS + 1];
        int known = 0;
        for (int i = 0; i < numbers.size() && known <= MOST_LEVELS; i++) {
            int place = numbers.isMissing(i) ? 0 : Arrays.binarySearch(values, 0, known, numbers.value(i));
            if (place < 0) {
                System.arraycopy(values, -1 - place, values, -place, known + 1 + place);
                values[-1 - place] = numbers.value(i);
                known++;
            }
        }
        Set<String> texts = new LinkedHashSet<>();
        for (int k = 0; k < known; k++) {
            texts.add(NumericColumn.text(values[k]));
        }
        return texts;
    }
}
