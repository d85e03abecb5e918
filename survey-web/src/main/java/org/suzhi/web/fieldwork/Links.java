package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SecretToken;
import org.suzhi.web.fieldwork.jdbc.LinkTable;

/** Respondent links: a random token for each, of which the hash is stored. A new link of a case ends the one before. */
@Service
public class Links {
    /** 128 random bits: nobody guesses one, and a code printed on paper stays small. */
    private static final int TOKEN_BYTES = 16;

    private final LinkTable table;
    private final AuditLog audit;

    Links(LinkTable table, AuditLog audit) {
        this.table = table;
        this.audit = audit;
    }

    /** Makes a link to a case on behalf of a user (by id); nobody can be told its token again. */
    @Transactional
    public String issue(long user, long caseId, LocalDate validUntil) {
        String token = SecretToken.random(TOKEN_BYTES);
        table.revoke(caseId);
        long id = table.insert(caseId, SecretToken.hash(token), validUntil, user);
        audit.record(user, "respondent-link-issued", "respondent_link/" + id);
        return token;
    }

    /** Ends the links of a case. */
    @Transactional
    public void revoke(long user, long caseId) {
        if (table.revoke(caseId) > 0) {
            audit.record(user, "respondent-links-revoked", "survey_case/" + caseId);
        }
    }

    public Optional<RespondentLink> find(String token) {
        return table.find(SecretToken.hash(token));
    }

    /** The links of a case, newest first. */
    public List<RespondentLink> of(long caseId) {
        return table.of(caseId);
    }
}
