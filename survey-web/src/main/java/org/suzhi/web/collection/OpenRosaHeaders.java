package org.suzhi.web.collection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The headers that the OpenRosa protocol asks of every answer, refusals too; the web server itself adds {@code Date}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 110)
final class OpenRosaHeaders extends OncePerRequestFilter {
    static final String VERSION = "X-OpenRosa-Version";
    static final String ACCEPT_CONTENT_LENGTH = "X-OpenRosa-Accept-Content-Length";
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/openrosa/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(VERSION, "1.0");
        response.setHeader(ACCEPT_CONTENT_LENGTH, String.valueOf(MOST_BYTES));
        chain.doFilter(request, response);
    }
}
