package org.suzhi.web.sampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.sampling.DrawnMember;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.NewCase;
import org.suzhi.web.fieldwork.Quotas;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.SurveyCase;

/**
 * Releases reserves of an accepted draw. The order of reserves is part of the draw, so those invited and the first k reserves
 * are together a random sample of m + k of the unit's N: whoever is in it has the probability (m + k) / N, and the weights of
 * the whole unit follow. A released reserve replaces nobody: whom it was released for keeps an outcome of its own.
 */
@Service
public class ReserveWork {
    private final Draws draws;
    private final NewCases newCases;
    private final Cases cases;
    private final Quotas quotas;
    private final AuditLog audit;

    ReserveWork(Draws draws, NewCases newCases, Cases cases, Quotas quotas, AuditLog audit) {
        this.draws = draws;
        this.newCases = newCases;
        this.cases = cases;
        this.quotas = quotas;
        this.audit = audit;
    }

    /** How many reserves of a unit, or of a stratum of a list, are released and how many are left. */
    public record Stock(String unit, int released, int left) {
        private Stock plus(Stock other) {
            return new Stock(unit, released + other.released, left + other.left);
        }
    }

    /** Units with reserves, by code. */
    @Transactional
    public List<Stock> stocks(long waveId) {
        Map<String, Stock> stocks = new LinkedHashMap<>();
        for (Draws.Reserve r : draws.reserves(waveId)) {
            Stock one = new Stock(r.unit(), r.released() ? 1 : 0, r.released() ? 0 : 1);
            stocks.merge(r.unit(), one, Stock::plus);
        }
        return List.copyOf(stocks.values());
    }

    /**
     * Makes cases of the next reserves of a unit, given to whoever has most of its cases, or of its town's.
     *
     * @return codes of the new cases
     * @throws AcceptWork.Refused where the draw is not the wave's sample or the unit has not so many left; nothing changes then
     */
    @Transactional
    public List<String> release(SignedIn user, Redrawn drawn, String unit, int count, String reason, Locale locale) {
        Right.RUN_WAVES.require(user);
        long wave = drawn.stored().waveId();
        if (draws.accepted(wave).filter(a -> a.drawId() == drawn.stored().id()).isEmpty()) {
            throw new AcceptWork.Refused(AcceptWork.Refusal.NOT_ACCEPTED);
        }
        if (!drawn.same()) {
            throw new AcceptWork.Refused(AcceptWork.Refusal.NOT_THE_SAME);
        }
        List<Draws.Reserve> next = draws.reserves(wave).stream()
                .filter(r -> r.unit().equals(unit) && !r.released())
                .limit(count)
                .toList();
        if (count < 1 || next.size() < count) {
            throw new AcceptWork.Refused(AcceptWork.Refusal.NOT_SO_MANY_RESERVES);
        }
        List<String> codes = next.stream().map(Draws.Reserve::code).toList();
        List<NewCase> made = new ArrayList<>();
        List<Draws.DrawnCase> ofUnit = CaseLists.reserves(drawn.draw().sample()).stream()
                .filter(c -> codes.contains(c.code()))
                .toList();
        ofUnit.forEach(c -> made.add(newCases.of(c, drawn.draw().plan().secondStage(), locale)));
        List<Draws.ListCase> members = CaseLists.reserveMembers(drawn.lists()).stream()
                .filter(c -> codes.contains(c.code()))
                .toList();
        members.forEach(c -> made.add(newCases.of(c, locale)));
        List<SurveyCase> before = cases.list(user.id(), Cases.Filter.ofWave(wave), Integer.MAX_VALUE, 0);
        cases.add(wave, made);
        draws.describeCases(wave, ofUnit);
        if (members.isEmpty()) {
            draws.invite(wave, unit, count);
        } else {
            draws.addMembers(wave, members);
            draws.setProbability(wave, unit, probability(drawn, members.get(count - 1)));
        }
        draws.release(wave, codes, user.id(), reason);
        raiseTargets(wave, made);
        assign(user, wave, unit, before, made);
        audit.record(user.id(), "reserves-released-" + count, "wave/" + wave + "/unit/" + unit);
        return codes;
    }

    /** Members drawn and released by members listed, once the last of them is released. */
    private static double probability(Redrawn drawn, Draws.ListCase last) {
        DrawnMember member = last.drawn();
        long invited = drawn.lists().sample().stream()
                .filter(m -> m.member().list().equals(member.member().list())
                        && m.member().stratum().equals(member.member().stratum()))
                .count();
        return member.inclusionProbability() * (invited + member.reserveRank()) / invited;
    }

    private void raiseTargets(long wave, List<NewCase> made) {
        List<Quotas.Quota> targets = new ArrayList<>();
        for (Quotas.Quota q : quotas.of(wave)) {
            long more = q.groupCode().equals(Quotas.WHOLE_TOWN)
                    ? made.stream()
                            .filter(c -> c.townCode().equals(q.townCode()))
                            .count()
                    : 0;
            targets.add(new Quotas.Quota(q.townCode(), q.groupCode(), q.target() + (int) more));
        }
        quotas.set(wave, targets);
    }

    private void assign(SignedIn user, long wave, String unit, List<SurveyCase> before, List<NewCase> made) {
        List<String> codes = made.stream().map(NewCase::code).toList();
        Map<Long, List<Long>> bySurveyor = new LinkedHashMap<>();
        for (SurveyCase c : cases.list(user.id(), Cases.Filter.ofWave(wave), Integer.MAX_VALUE, 0)) {
            if (codes.contains(c.code())) {
                Optional<Long> busiest = busiest(before.stream()
                                .filter(b -> b.psuCode().equals(unit))
                                .toList())
                        .or(() -> busiest(before.stream()
                                .filter(b -> b.townCode().equals(c.townCode()))
                                .toList()));
                busiest.ifPresent(surveyor -> bySurveyor
                        .computeIfAbsent(surveyor, id -> new ArrayList<>())
                        .add(c.id()));
            }
        }
        bySurveyor.forEach((surveyor, given) -> cases.assign(user.id(), given, surveyor));
    }

    /** Who has most of these cases. */
    private static Optional<Long> busiest(List<SurveyCase> among) {
        Map<Long, Integer> counts = new LinkedHashMap<>();
        among.stream()
                .map(SurveyCase::assignedTo)
                .filter(Objects::nonNull)
                .forEach(surveyor -> counts.merge(surveyor, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
