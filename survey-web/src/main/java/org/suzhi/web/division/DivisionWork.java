package org.suzhi.web.division;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Survey;

/** Reads, loads and keeps the division of work and its values; every change goes into the audit log. */
@Service
public class DivisionWork {
    private final Fieldwork fieldwork;
    private final Divisions divisions;
    private final TargetValues values;
    private final AuditLog audit;
    private final Clock clock;

    DivisionWork(Fieldwork fieldwork, Divisions divisions, TargetValues values, AuditLog audit, Clock clock) {
        this.fieldwork = fieldwork;
        this.divisions = divisions;
        this.values = values;
        this.audit = audit;
        this.clock = clock;
    }

    /** Reads files for a survey; nothing is stored. */
    public DivisionReading read(Survey survey, Map<DivisionFile, byte[]> files) {
        return DivisionReading.of(files, codes(fieldwork.groups(survey.id())), codes(fieldwork.towns(survey.id())));
    }

    /** Keys of targets that have values and that a new division would leave without a target. */
    public List<String> orphaned(Survey survey, Division division) {
        Set<String> keys = new HashSet<>();
        division.targets().stream()
                .filter(PlanTarget::isEntered)
                .map(PlanTarget::key)
                .forEach(keys::add);
        return values.all(survey.id()).stream()
                .filter(value -> !value.isWithdrawn())
                .map(TargetValue::targetKey)
                .filter(key -> !keys.contains(key))
                .distinct()
                .sorted()
                .toList();
    }

    /** Stores a division that was read without problems; a null user is the server itself. */
    @Transactional
    public void load(@Nullable SignedIn user, Survey survey, Division division, List<StoredDivision.Origin> files) {
        if (user != null) {
            Right.RUN_WAVES.require(user);
        }
        @Nullable Long actor = user == null ? null : user.id();
        long id = divisions.add(survey.id(), division, files, actor);
        audit.record(actor, "division-loaded", "division/" + id);
    }

    /** Enters a value; a null user is the server itself. */
    @Transactional
    public void enter(@Nullable SignedIn user, Survey survey, NewValue value) {
        if (user != null) {
            Right.RUN_WAVES.require(user);
        }
        @Nullable Long actor = user == null ? null : user.id();
        long id = values.add(survey.id(), value, actor);
        audit.record(actor, "division-value-entered", "division-value/" + id);
    }

    /** Withdraws a value; false where there is none, or it is withdrawn already. */
    @Transactional
    public boolean withdraw(SignedIn user, Survey survey, long valueId, String reason) {
        Right.RUN_WAVES.require(user);
        boolean done = values.withdraw(survey.id(), valueId, reason, user.id());
        if (done) {
            audit.record(user.id(), "division-value-withdrawn", "division-value/" + valueId);
        }
        return done;
    }

    /** The file behind a value. */
    public Optional<Evidence> evidence(SignedIn user, Survey survey, long valueId) {
        Right.RUN_WAVES.require(user);
        return values.evidence(survey.id(), valueId);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The zone that dates and times are told in. */
    public ZoneId zone() {
        return clock.getZone();
    }

    private static Set<String> codes(List<NamedCode> names) {
        return names.stream().map(NamedCode::code).collect(Collectors.toSet());
    }
}
