package org.suzhi.web.report;

import java.util.Locale;
import java.util.Optional;

/**
 * What a report is on.
 *
 * @param code of the town or unit; "" for the whole survey
 */
public record Subject(Scope scope, String code) {
    /** The whole survey. */
    public static final Subject WHOLE = new Subject(Scope.WHOLE, "");

    /** Whether a report is on all or on a part. */
    public enum Scope {
        WHOLE,
        /** A town of the survey. */
        TOWN,
        /** A unit that the plan's division of work names. */
        UNIT
    }

    public static Subject town(String code) {
        return new Subject(Scope.TOWN, code);
    }

    public static Subject unit(String code) {
        return new Subject(Scope.UNIT, code);
    }

    /** Reads {@code town:t01} or {@code unit:science}; "" is the whole. */
    static Optional<Subject> of(String text) {
        if (text.isEmpty()) {
            return Optional.of(WHOLE);
        }
        int colon = text.indexOf(':');
        String code = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(0, colon))) {
            case "town" -> Optional.of(town(code));
            case "unit" -> Optional.of(unit(code));
            default -> Optional.empty();
        };
    }

    boolean is(Scope one) {
        return scope == one;
    }

    /** Goes into the name of a file: "", "-town-t01". */
    String suffix() {
        return is(Scope.WHOLE) ? "" : "-" + scope.name().toLowerCase(Locale.ROOT) + "-" + code;
    }
}
