package org.suzhi.web.sampling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.sampling.DrawnPsu;
import org.suzhi.sampling.SecondStage;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NewCase;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.SampledPsu;
import org.suzhi.web.fieldwork.SurveyCase;
import org.suzhi.web.fieldwork.WaveWork;

/** Makes a draw a wave's sample: its units, its cases, their assignment; all or nothing, and once. */
@Service
public class AcceptWork {
    private final Draws draws;
    private final WaveWork waves;
    private final Fieldwork fieldwork;
    private final Cases cases;
    private final AuditLog audit;
    private final NewCases newCases;

    AcceptWork(Draws draws, WaveWork waves, Fieldwork fieldwork, Cases cases, AuditLog audit, NewCases newCases) {
        this.draws = draws;
        this.waves = waves;
        this.fieldwork = fieldwork;
        this.cases = cases;
        this.audit = audit;
        this.newCases = newCases;
    }

    /** What was made. */
    public record Made(int units, int cases, int assigned) {}

    /** Why a draw cannot become the sample, or its reserves cases; nothing has been written then. */
    public enum Refusal {
        ACCEPTED_ALREADY,
        HAS_SAMPLE,
        CODES_IN_USE,
        NOT_THE_SAME,
        NOT_ACCEPTED,
        NOT_SO_MANY_RESERVES;

        /** The key of its wording. */
        public String key() {
            return "draw.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Carries a refusal out of the transaction, which is rolled back. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.key());
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /**
     * Accepts a draw.
     *
     * @param surveyors by town, whom its cases are given to; a town may be missing
     * @throws Refused where it cannot be accepted
     */
    @Transactional
    public Made accept(SignedIn user, Redrawn drawn, Map<String, Long> surveyors, Locale locale) {
        Right.RUN_WAVES.require(user);
        long wave = drawn.stored().waveId();
        if (!drawn.same()) {
            throw new Refused(Refusal.NOT_THE_SAME);
        }
        if (!draws.accept(wave, drawn.stored().id(), user.id())) {
            throw new Refused(Refusal.ACCEPTED_ALREADY);
        }
        if (!fieldwork.psuTowns(wave).isEmpty()) {
            throw new Refused(Refusal.HAS_SAMPLE);
        }
        List<DrawnPsu> sample = drawn.draw().sample();
        SecondStage stage = drawn.draw().plan().secondStage();
        waves.addSample(user, wave, sample.stream().map(AcceptWork::unit).toList());
        draws.describe(wave, stage.code(), sample);
        List<Draws.DrawnCase> drawnCases = CaseLists.sample(sample);
        List<Draws.ListCase> members = CaseLists.members(drawn.lists());
        List<NewCase> made = Stream.concat(
                        drawnCases.stream().map(c -> newCases.of(c, stage, locale)),
                        members.stream().map(c -> newCases.of(c, locale)))
                .toList();
        if (anyTwice(Stream.concat(cases.codes(wave).stream(), made.stream().map(NewCase::code)))) {
            throw new Refused(Refusal.CODES_IN_USE);
        }
        cases.add(wave, made);
        draws.describeCases(wave, drawnCases);
        if (!members.isEmpty()) {
            draws.addMembers(wave, members);
            waves.setQuotasToInvited(user, wave);
        }
        draws.addReserves(wave, CaseLists.kept(drawn));
        int assigned = assign(user, wave, surveyors);
        audit.record(
                user.id(),
                "sample-accepted-" + made.size(),
                "sample_draw/" + drawn.stored().id());
        return new Made(sample.size(), made.size(), assigned);
    }

    private static SampledPsu unit(DrawnPsu psu) {
        return new SampledPsu(
                psu.unit().code(),
                psu.unit().town(),
                psu.unit().stratum(),
                psu.unit().residence(),
                psu.inclusionProbability(),
                psu.population(),
                psu.invited());
    }

    private static boolean anyTwice(Stream<String> codes) {
        Set<String> seen = new HashSet<>();
        return !codes.allMatch(seen::add);
    }

    private int assign(SignedIn user, long wave, Map<String, Long> surveyors) {
        Map<Long, List<Long>> bySurveyor = new LinkedHashMap<>();
        for (SurveyCase c : cases.list(user.id(), Cases.Filter.ofWave(wave), Integer.MAX_VALUE, 0)) {
            Long surveyor = surveyors.get(c.townCode());
            if (surveyor != null) {
                bySurveyor.computeIfAbsent(surveyor, id -> new ArrayList<>()).add(c.id());
            }
        }
        int assigned = 0;
        for (var given : bySurveyor.entrySet()) {
            assigned +=
                    cases.assign(user.id(), given.getValue(), given.getKey()).size();
        }
        return assigned;
    }
}
