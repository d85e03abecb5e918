package org.suzhi.web.publication;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.publication.jdbc.ReleaseTable;

/**
 * Decides what the public may see of a run, once, and keeps the decision. Everything that the public was shown of the same
 * waves before is taken into account: figures of the same responses stay known; a figure whose responses have become a few more or
 * fewer is not shown anew.
 */
@Service
public class Disclosure {
    private final ReleaseTable releases;
    private final Runs runs;
    private final FigureRows rows;
    private final HeadlineSettings settings;
    private final boolean provisionalParts;
    private final Clock clock;
    private final Map<Key, Preview> previews = new ConcurrentHashMap<>();

    Disclosure(
            ReleaseTable releases,
            Runs runs,
            FigureRows rows,
            HeadlineSettings settings,
            @Value("${suzhi.headline.provisional-parts:true}") boolean provisionalParts,
            Clock clock) {
        this.releases = releases;
        this.runs = runs;
        this.rows = rows;
        this.settings = settings;
        this.provisionalParts = provisionalParts;
        this.clock = clock;
    }

    /**
     * What would be withheld of a run.
     *
     * @param small figures of too few responses
     * @param few figures whose responses are a few more or fewer than those of an earlier release
     * @param others figures from which, with others, those could be found out
     * @param exposed what figures of the whole, or published before, give away whatever is withheld: wait for more responses
     * @param figures how many figures there are
     */
    public record Preview(Set<String> small, Set<String> few, Set<String> others, Set<String> exposed, int figures) {
        public Preview {
            exposed = Set.copyOf(exposed);
            small = Set.copyOf(small);
            few = Set.copyOf(few);
            others = Set.copyOf(others);
        }

        /** All figures that would be withheld. */
        public Set<String> withheld() {
            Set<String> all = new TreeSet<>(small);
            all.addAll(few);
            all.addAll(others);
            return all;
        }
    }

    /** What would be withheld of a run if it were published now. */
    public Preview preview(AnalysisRun run) {
        List<ReleaseAssessment.Earlier> earlier = earlier(run);
        Key key = new Key(run.id(), earlier.size());
        return previews.computeIfAbsent(
                key,
                k -> ReleaseAssessment.of(run, true, earlier, rows, settings.smallestCell())
                        .preview());
    }

    /** Nothing that decides it changes but what was released before, and that only grows. */
    private record Key(long run, int earlier) {}

    /**
     * What the public sees of a published run.
     *
     * @throws IllegalArgumentException when it is not published
     */
    @Transactional
    public Release of(Publication publication) {
        if (!publication.isPublished()) {
            throw new IllegalArgumentException("publication " + publication.id() + " is not published");
        }
        return releases.ofPublication(publication.id()).orElseGet(() -> {
            AnalysisRun run = runs.find(publication.runId()).orElseThrow();
            return releases.add(run.id(), publication.id(), preview(run).withheld(), false, clock.instant());
        });
    }

    /**
     * What the public sees of a wave that is not published yet: the newest figures of the whole population that were released, then
     * the newest release of the parts; empty while there is none. A run is released when the whole has changed by no fewer
     * responses than the smallest cell since every earlier release, its parts when each of them has.
     */
    @Transactional
    public List<Release> provisional(AnalysisRun newest) {
        List<ReleaseAssessment.Earlier> earlier = earlier(newest).stream()
                .filter(e -> e.run().kind() == AnalysisRun.Kind.HEADLINE)
                .toList();
        List<Release> provisional = new ArrayList<>(
                earlier.stream().map(ReleaseAssessment.Earlier::release).toList());
        if (mayBeReleased(newest, earlier)) {
            ReleaseAssessment assessment =
                    ReleaseAssessment.of(newest, false, earlier(newest), rows, settings.smallestCell());
            boolean wholeOnly = !provisionalParts || !assessment.preview().few().isEmpty();
            provisional.add(releases.add(
                    newest.id(),
                    null,
                    wholeOnly ? assessment.parts() : assessment.preview().withheld(),
                    wholeOnly,
                    clock.instant()));
        }
        if (provisional.isEmpty()) {
            return List.of();
        }
        Release whole = provisional.get(provisional.size() - 1);
        Release parts = provisional.stream()
                .filter(r -> provisionalParts && !r.wholeOnly())
                .reduce((a, b) -> b)
                .orElse(whole);
        return List.of(whole, parts);
    }

    private boolean mayBeReleased(AnalysisRun newest, List<ReleaseAssessment.Earlier> earlier) {
        int n = wholeCount(newest);
        return n >= settings.smallestCell()
                && earlier.stream().noneMatch(e -> e.run().id() == newest.id())
                && earlier.stream()
                        .map(ReleaseAssessment.Earlier::run)
                        .filter(r -> !r.extractSha256().equals(newest.extractSha256()))
                        .allMatch(r -> Math.abs(wholeCount(r) - n) >= settings.smallestCell());
    }

    private List<ReleaseAssessment.Earlier> earlier(AnalysisRun run) {
        return releases.ofWaves(run.waves()).stream()
                .map(r -> new ReleaseAssessment.Earlier(r, runs.find(r.runId()).orElseThrow()))
                .toList();
    }

    private int wholeCount(AnalysisRun run) {
        return rows.counts(run).getOrDefault(HeadlineSpecification.RATE, 0);
    }
}
