package org.suzhi.web.publication;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    private final Clock clock;

    Disclosure(ReleaseTable releases, Runs runs, FigureRows rows, HeadlineSettings settings, Clock clock) {
        this.releases = releases;
        this.runs = runs;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What would be withheld of a run.
     *
     * @param small figures of too few responses
     * @param few figures whose responses are a few more or fewer than those of an earlier release
     * @param others figures from which, with others, those could be found out
     * @param figures how many figures there are
     */
    public record Preview(Set<String> small, Set<String> few, Set<String> others, int figures) {
        public Preview {
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
        return assess(run).preview();
    }

    private ReleaseAssessment assess(AnalysisRun run) {
        return ReleaseAssessment.of(run, earlier(run), rows, settings.smallestCell());
    }

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
            ReleaseAssessment assessment = assess(newest);
            boolean wholeOnly = !assessment.preview().few().isEmpty();
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
        Release parts = provisional.stream()
                .filter(r -> !r.wholeOnly())
                .reduce((a, b) -> b)
                .orElseThrow();
        return List.of(provisional.get(provisional.size() - 1), parts);
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
