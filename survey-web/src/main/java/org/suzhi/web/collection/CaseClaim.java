package org.suzhi.web.collection;

import org.jspecify.annotations.Nullable;
import org.suzhi.web.fieldwork.RespondentLink;

/**
 * What a submission says of its case from outside the form: the code in the address, or the respondent's link; either
 * may be absent.
 */
public record CaseClaim(@Nullable String code, @Nullable RespondentLink link) {
    /** None: the answer to an item {@code case_code} may still name one. */
    public static final CaseClaim NONE = new CaseClaim(null, null);

    public static CaseClaim of(@Nullable String code) {
        return code == null || code.isBlank() ? NONE : new CaseClaim(code.strip(), null);
    }

    public static CaseClaim of(RespondentLink link) {
        return new CaseClaim(link.caseCode(), link);
    }

    @Nullable
    Long linkId() {
        return link == null ? null : link.id();
    }
}
