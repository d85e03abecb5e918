package org.suzhi.web.fieldwork;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.fieldwork.jdbc.LinkTable;

/** Respondent links: a random token for each, of which the hash is stored. A new link of a case ends the one before. */
@Service
public class Links {
    /** 128 random bits: nobody guesses one, and a code printed on paper stays small. */
    private static final int TOKEN_BYTES = 16;

    private final LinkTable table;
    private final AuditLog audit;
    private final SecureRandom random = new SecureRandom();

    Links(LinkTable table, AuditLog audit) {
        this.table = table;
        this.audit = audit;
    }

    /** Makes a link to a case on behalf of a user (by id); nobody can be told its token again. */
    @Transactional
    public String issue(long user, long caseId, LocalDate validUntil) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        table.revoke(caseId);
        long id = table.insert(caseId, hash(token), validUntil, user);
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
        return table.find(hash(token));
    }

    /** The links of a case, newest first. */
    public List<RespondentLink> of(long caseId) {
        return table.of(caseId);
    }

    private static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
