package org.suzhi.web.report;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.report.jdbc.TemplateTable;

/** The Word templates of the office, one a language; without one the built-in template serves. */
@Service
class ReportTemplates {
    static final List<String> LANGUAGES = List.of("zh-CN", "en");

    private final TemplateTable table;
    private final AuditLog audit;
    private final Clock clock;

    ReportTemplates(TemplateTable table, AuditLog audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** The uploaded template in use; empty where the built-in one is. */
    Optional<ReportTemplate> uploaded(String language) {
        return table.newest(language);
    }

    /** The template in use. */
    byte[] content(String language) {
        return table.content(language).orElseGet(() -> WordReport.builtInTemplate(language));
    }

    /** Takes a template into use; where anything is wrong with it, tells all of it and changes nothing. */
    @Transactional
    List<TemplateCheck.Wrong> use(SignedIn user, String language, String name, byte[] file) {
        List<TemplateCheck.Wrong> wrong = TemplateCheck.of(file, language);
        if (wrong.isEmpty()) {
            add(user, language, name, file);
        }
        return wrong;
    }

    /** Brings the built-in template back. */
    @Transactional
    void useBuiltIn(SignedIn user, String language) {
        add(user, language, "", new byte[0]);
    }

    private void add(SignedIn user, String language, String name, byte[] file) {
        table.add(language, name, file, user.id(), clock.instant());
        audit.record(user.id(), "report-template-changed", "report-template/" + language);
    }
}
