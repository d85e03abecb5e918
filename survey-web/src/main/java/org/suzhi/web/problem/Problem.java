package org.suzhi.web.problem;

import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A problem of the catalogue met while serving a request. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemCode code;
    private final transient List<Object> arguments;
    private final transient List<?> findings;

    private Problem(ProblemCode code, List<Object> arguments, List<?> findings) {
        super(code.code() + " " + arguments);
        this.code = code;
        this.arguments = arguments;
        this.findings = findings;
    }

    /** A problem whose wording's {0}, {1} ... stand for the arguments. */
    public static Problem of(ProblemCode code, Object... arguments) {
        return new Problem(code, List.of(arguments), List.of());
    }

    /** A problem made of findings, each a JSON object of its own. */
    public static Problem of(ProblemCode code, List<?> findings) {
        return new Problem(code, List.of(findings.size()), List.copyOf(findings));
    }

    /** A submission that cannot be read; {@code malformed.REASON} words the reason. */
    public static Problem malformed(String reason) {
        return of(ProblemCode.MALFORMED_SUBMISSION, new DefaultMessageSourceResolvable("malformed." + reason));
    }

    public ProblemCode code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<?> findings() {
        return findings;
    }
}
