package org.suzhi.web.fieldwork;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;

/** Sets up the survey, for those who may; every change goes into the audit log. */
@Service
public class SurveyWork {
    private final Fieldwork fieldwork;
    private final AuditLog audit;

    SurveyWork(Fieldwork fieldwork, AuditLog audit) {
        this.fieldwork = fieldwork;
        this.audit = audit;
    }

    /** What the survey is now; empty before it has been set up. */
    public Optional<SurveySetup> current() {
        return fieldwork
                .survey()
                .map(survey -> new SurveySetup(
                        survey.code(),
                        survey.nameZh(),
                        survey.nameEn(),
                        survey.synthetic(),
                        fieldwork.towns(survey.id()),
                        fieldwork.groups(survey.id()),
                        fieldwork.target(survey.id())));
    }

    /** Sets the survey up, or changes what it is. */
    @Transactional
    public void save(SignedIn user, SurveySetup setup) {
        Right.RUN_WAVES.require(user);
        Optional<Survey> survey = fieldwork.survey();
        if (survey.isPresent()) {
            fieldwork.changeSurvey(survey.get().id(), setup);
            audit.record(user.id(), "survey-changed", subject(survey.get().id()));
        } else {
            audit.record(user.id(), "survey-created", subject(fieldwork.createSurvey(setup)));
        }
    }

    /** Adds towns that the survey does not know yet, after those it has. */
    @Transactional
    public void addTowns(SignedIn user, List<NamedCode> more) {
        SurveySetup old = current().orElseThrow();
        List<NamedCode> towns = new ArrayList<>(old.towns());
        towns.addAll(more);
        save(user, old.withTowns(towns));
    }

    private static String subject(long survey) {
        return "survey/" + survey;
    }
}
