package org.suzhi.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.suzhi.web.problem.ProblemCode;

/** Signs in by the key of the request's address; a key that does not hold is refused whatever else is sent. */
final class KeyLogin extends OncePerRequestFilter {
    private final PhoneKeys keys;
    private final Refusal refusal;

    KeyLogin(PhoneKeys keys, Refusal refusal) {
        this.keys = keys;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(KeyedAddress.TOKEN) instanceof String token) {
            Optional<SignedIn> user = keys.user(token);
            if (user.isEmpty()) {
                refusal.send(request, response, ProblemCode.KEY_REFUSED);
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    user.get(), null, user.get().getAuthorities()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
