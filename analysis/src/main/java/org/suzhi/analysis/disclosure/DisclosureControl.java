package org.suzhi.analysis.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides which figures of a publication are withheld.
 *
 * <p>A set of rows is sensitive when it has at least one row and fewer than the limit: a cell, or what sums and differences of
 * cells give, such as the rest when a cell is taken out of one that contains it. It is protected when all published counts
 * together leave its count open over a range at least as wide as the limit. Counts are not negative, so every union of cells that can be
 * found out and holds a sensitive one then has at least the limit's rows. Cells are known by their rows: tables that share
 * margins, overlapping groups, nested domains and earlier publications are one system.
 *
 * <ul>
 *   <li>Primary: sensitive cells are withheld.
 *   <li>Secondary: while a sensitive set is not protected, the cells of the cheapest change that would protect it
 *       ({@link Pattern}) are withheld too.
 *   <li>At last each cell withheld so, the largest first, is shown again where all stay protected.
 * </ul>
 *
 * Source: Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, chapter 6; Kelly, Golden and Assad (1992),
 * Cell suppression: disclosure protection for sensitive tabular data, Networks 22, 397-417.
 */
public final class DisclosureControl {
    private final int limit;
    private final List<RowSet> sets;
    private final Set<RowSet> secondary = new LinkedHashSet<>();
    private final Set<String> exposed = new TreeSet<>();

    /**
     * What is decided.
     *
     * @param primary ids of cells that are withheld since they are sensitive
     * @param secondary ids of cells that are withheld to protect sensitive sets
     * @param exposed what fixed cells give away whatever is withheld, by id or as {@code one − other}
     */
    public record Decision(Set<String> primary, Set<String> secondary, Set<String> exposed) {
        public Decision {
            primary = Set.copyOf(primary);
            secondary = Set.copyOf(secondary);
            exposed = Set.copyOf(exposed);
        }

        /** Whether a cell is withheld. */
        public boolean withholds(String id) {
            return primary.contains(id) || secondary.contains(id);
        }
    }

    private DisclosureControl(Collection<Cell> cells, int limit) {
        this.limit = limit;
        sets = RowSets.of(cells, limit);
        for (RowSet set : sets) {
            set.sensitive |= set.isSmall(limit);
            set.shown = set.fixed || (set.shown && !set.sensitive);
        }
    }

    /**
     * Decides.
     *
     * @param limit fewest rows of a set that may be told
     */
    public static Decision decide(Collection<Cell> cells, int limit) {
        return new DisclosureControl(cells, limit).decide();
    }

    private Decision decide() {
        List<RowSet> sensitive = new ArrayList<>();
        sets.stream()
                .filter(s -> s.sensitive)
                .sorted(Comparator.comparingInt((RowSet s) -> s.n).thenComparing(s -> s.name))
                .forEach(s -> {
                    if (!s.fixed && protect(s)) {
                        sensitive.add(s);
                    } else {
                        exposed.add(s.name);
                    }
                });
        showAgain(sensitive);
        Set<String> primary = new TreeSet<>();
        Set<String> further = new TreeSet<>();
        for (RowSet set : sets) {
            if (!set.shown) {
                (secondary.contains(set) ? further : primary).addAll(set.cells);
            }
        }
        return new Decision(primary, further, exposed);
    }

    private List<RowSet> shown() {
        return sets.stream().filter(s -> s.shown).toList();
    }

    /** False where nothing that may be withheld protects it. */
    private boolean protect(RowSet target) {
        List<RowSet> shown = shown();
        Attack.Range range = Attack.range(target, shown);
        if (range.width() >= limit - Attack.ROUNDING) {
            return true;
        }
        Optional<List<RowSet>> pattern = Pattern.of(target, range.least() + limit, shown);
        if (pattern.isEmpty() && range.greatest() >= limit) {
            pattern = Pattern.of(target, range.greatest() - limit, shown);
        }
        for (RowSet set : pattern.orElse(List.of())) {
            set.shown = false;
            secondary.add(set);
        }
        return pattern.isPresent();
    }

    private void showAgain(List<RowSet> sensitive) {
        List<RowSet> largestFirst = new ArrayList<>(secondary);
        largestFirst.sort(Comparator.comparingInt((RowSet s) -> -s.n).thenComparing(s -> s.name));
        for (RowSet set : largestFirst) {
            set.shown = true;
            List<RowSet> shown = shown();
            if (sensitive.stream().allMatch(t -> Attack.fails(t, shown, limit))) {
                secondary.remove(set);
            } else {
                set.shown = false;
            }
        }
    }
}
