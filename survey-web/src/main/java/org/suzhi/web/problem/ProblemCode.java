package org.suzhi.web.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every problem that a client can be told of; {@code problem.CODE.title} and {@code .detail} word it. */
public enum ProblemCode {
    INVALID_RESPONSE(HttpStatus.UNPROCESSABLE_CONTENT),
    MALFORMED_SUBMISSION(HttpStatus.BAD_REQUEST),
    OPENROSA_HEADER_MISSING(HttpStatus.BAD_REQUEST),
    WRONG_CONTENT_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNKNOWN_FORM(HttpStatus.NOT_FOUND),
    WAVE_CLOSED(HttpStatus.FORBIDDEN),
    INSTANCE_CHANGED(HttpStatus.CONFLICT),
    LOGIN_NEEDED(HttpStatus.UNAUTHORIZED),
    KEY_REFUSED(HttpStatus.FORBIDDEN),
    TOO_MANY_LOGINS(HttpStatus.TOO_MANY_REQUESTS),
    UNSAFE_FILE_NAME(HttpStatus.BAD_REQUEST),
    FILE_CHANGED(HttpStatus.CONFLICT),
    UNKNOWN_ORIGINAL(HttpStatus.NOT_FOUND),
    EDITED_ALREADY(HttpStatus.CONFLICT),
    EDIT_NOT_ALLOWED(HttpStatus.FORBIDDEN),
    LABEL_EXPIRED(HttpStatus.FORBIDDEN),
    UNKNOWN_CASE(HttpStatus.NOT_FOUND),
    CASE_NOT_YOURS(HttpStatus.FORBIDDEN),
    CASE_CLOSED(HttpStatus.CONFLICT),
    CASE_ANSWERED(HttpStatus.CONFLICT),
    CASE_MISMATCH(HttpStatus.BAD_REQUEST),
    UNKNOWN_OUTCOME(HttpStatus.BAD_REQUEST),
    ATTEMPT_REFUSED(HttpStatus.BAD_REQUEST),
    ATTEMPT_CHANGED(HttpStatus.CONFLICT),
    UNKNOWN_LINK(HttpStatus.NOT_FOUND),
    LINK_NOT_OPEN(HttpStatus.FORBIDDEN),
    TOO_MANY_UNKNOWN_LINKS(HttpStatus.TOO_MANY_REQUESTS),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    UNKNOWN_EXPORT_FORMAT(HttpStatus.NOT_FOUND),
    TOO_MANY_ROWS(HttpStatus.UNPROCESSABLE_CONTENT),
    ROWS_GONE(HttpStatus.GONE),
    COMMENT_NEEDED(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** As written in JSON and in message keys: {@code wave-closed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
