package org.suzhi.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.suzhi.web.problem.ProblemCode;

/** Tells a client to log in, or that it has tried too often, in the catalogue's words. */
final class MachineEntryPoint implements AuthenticationEntryPoint {
    private final Refusal refusal;

    MachineEntryPoint(Refusal refusal) {
        this.refusal = refusal;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        boolean barred = e instanceof TooManyWrongLogins;
        if (barred) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(WrongLogins.SPAN.toSeconds()));
        } else if (!asksForJson(request)) {
            // A page's own request must not make the browser ask for a password in a window of its own.
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Suzhi\", charset=\"UTF-8\"");
        }
        ProblemCode code = barred ? ProblemCode.TOO_MANY_LOGINS : ProblemCode.LOGIN_NEEDED;
        refusal.send(request, response, code);
    }

    private static boolean asksForJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json");
    }
}
