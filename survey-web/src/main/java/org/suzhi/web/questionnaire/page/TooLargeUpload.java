package org.suzhi.web.questionnaire.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells who uploads that the files are too large before the container gives up on the request without a word: {@code ?upload}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooLargeUpload extends OncePerRequestFilter {
    private final long most;

    TooLargeUpload(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.most = most.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        boolean tooLarge = request.getContentLengthLong() > most;
        if (tooLarge && path.startsWith("/forms")) {
            response.sendRedirect(request.getContextPath() + "/forms?upload");
        } else if (tooLarge && path.startsWith("/division/")) {
            response.sendRedirect(request.getContextPath() + path + "?upload");
        } else {
            chain.doFilter(request, response);
        }
    }
}
