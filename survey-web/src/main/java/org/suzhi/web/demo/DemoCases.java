package org.suzhi.web.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.SampledVillage;
import org.suzhi.sample.Wave;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.fieldwork.CaseStatus;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.ContactAttempt;
import org.suzhi.web.fieldwork.NewCase;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.SurveyCase;

/**
 * The cases of the demonstration: one for each invited person, with made-up names, addresses and visits. Those who took part
 * have answered; who did not, and when and how their visits ended, is drawn for each wave by its year.
 */
@Component
class DemoCases {
    /** In so many villages the work still goes on. */
    private static final int VILLAGES_IN_WORK = 6;

    /** How visits that led to no interview ended, the frequent ones several times. */
    private static final List<Outcome> ENDS = List.of(
            Outcome.RESPONDENT_REFUSAL,
            Outcome.RESPONDENT_REFUSAL,
            Outcome.RESPONDENT_REFUSAL,
            Outcome.HOUSEHOLD_REFUSAL,
            Outcome.NOBODY_AT_HOME,
            Outcome.NOBODY_AT_HOME,
            Outcome.RESPONDENT_AWAY,
            Outcome.RESPONDENT_AWAY,
            Outcome.UNABLE,
            Outcome.ADDRESS_NOT_FOUND,
            Outcome.NO_ELIGIBLE_RESPONDENT,
            Outcome.VACANT);

    private final Cases cases;
    private final Accounts accounts;

    DemoCases(Cases cases, Accounts accounts) {
        this.cases = cases;
        this.accounts = accounts;
    }

    /** The code of a village's k-th case, k from 1. */
    static String code(String village, int k) {
        return String.format(Locale.ROOT, "%s-%03d", village, k);
    }

    /** Adds the cases where none are. */
    void create(long waveId, Wave wave) {
        if (!cases.codes(waveId).isEmpty()) {
            return;
        }
        List<NewCase> all = new ArrayList<>();
        for (SampledVillage place : wave.sampledVillages()) {
            String village = place.village().code();
            for (int k = 1; k <= place.invited(); k++) {
                all.add(new NewCase(
                        code(village, k),
                        village,
                        place.village().town(),
                        new SurveyCase.Contact(
                                "合成地址 " + place.village().nameZh() + " " + k + " 号",
                                "合成姓名 " + code(village, k),
                                "000-0000-" + String.format(Locale.ROOT, "%04d", k))));
            }
        }
        cases.add(waveId, all);
    }

    /** Visits those who gave no interview: most cases are ended, those of a few villages are left to the surveyors. */
    @Transactional
    public void visit(long waveId, Wave wave) {
        if (wave.year() != SampleCounty.LAST_YEAR
                || cases.caseOf(new UUID(waveId, 1)).isPresent()) {
            return;
        }
        long admin = accounts.id("admin").orElseThrow();
        List<String> inWork = wave.sampledVillages().stream()
                .limit(VILLAGES_IN_WORK)
                .map(place -> place.village().code())
                .toList();
        Random random = new Random(waveId);
        int n = 0;
        for (SurveyCase c : open(admin, waveId)) {
            Outcome outcome = ENDS.get(random.nextInt(ENDS.size()));
            LocalDate day = wave.opens().plusDays(random.nextInt(36));
            boolean stays = inWork.contains(c.psuCode());
            int visits = stays ? random.nextInt(3) : 1 + random.nextInt(2);
            visits(c.id(), new UUID(waveId, n), day, visits, stays ? Outcome.NOBODY_AT_HOME : outcome, random);
            n += visits;
            if (!stays) {
                cases.end(c.id(), outcome);
            }
        }
        assign(waveId, admin, inWork);
    }

    /** Ends the cases of a wave that is over and has all its responses: who is left gave no interview. */
    @Transactional
    public void conclude(long waveId, Wave wave) {
        Random random = new Random(SampleCounty.DEMONSTRATION_SEED + wave.year());
        int n = 0;
        for (long id : cases.open(waveId).values()) {
            Outcome outcome = ENDS.get(random.nextInt(ENDS.size()));
            LocalDate day = wave.opens().plusDays(random.nextInt(36));
            int visits = 1 + random.nextInt(2);
            visits(id, new UUID(waveId, n), day.plusDays(1), visits, outcome, random);
            n += visits;
            cases.end(id, outcome);
        }
    }

    /** Visits a case day by day, all but the last time in vain; the ids of the visits follow the one before. */
    private void visits(long caseId, UUID before, LocalDate first, int visits, Outcome last, Random random) {
        for (int k = 1; k <= visits; k++) {
            Instant at =
                    first.plusDays(k - 1L).atTime(9 + random.nextInt(9), 30).toInstant(ZoneOffset.ofHours(8));
            Outcome told = k == visits ? last : Outcome.NOBODY_AT_HOME;
            UUID id = new UUID(before.getMostSignificantBits(), before.getLeastSignificantBits() + k);
            cases.add(caseId, new ContactAttempt(id, at, told.code(), "", null), null);
        }
    }

    private List<SurveyCase> open(long admin, long waveId) {
        Cases.Filter open = new Cases.Filter(waveId, null, null, null, false, CaseStatus.OPEN);
        return cases.list(admin, open, Integer.MAX_VALUE, 0);
    }

    /** The first half of the villages in work goes to the first surveyor, the rest to the second. */
    private void assign(long waveId, long admin, List<String> inWork) {
        List<SurveyCase> open = open(admin, waveId);
        for (int v = 0; v < inWork.size(); v++) {
            String village = inWork.get(v);
            String surveyor = v < inWork.size() / 2 ? "surveyor" : "surveyor2";
            List<Long> ids = open.stream()
                    .filter(c -> c.psuCode().equals(village))
                    .map(SurveyCase::id)
                    .toList();
            cases.assign(admin, ids, accounts.id(surveyor).orElseThrow());
        }
    }
}
