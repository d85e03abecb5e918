package org.suzhi.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the key out of an address {@code /key/TOKEN/openrosa/…}: everything behind sees {@code /openrosa/…}, so that no
 * token gets into a log, and finds the key and the front of the address, for links, in request attributes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
public final class KeyedAddress extends OncePerRequestFilter {
    static final String TOKEN = KeyedAddress.class.getName() + ".token";
    private static final String FRONT = KeyedAddress.class.getName() + ".front";
    private static final Pattern ADDRESS = Pattern.compile("(/key/([A-Za-z0-9_-]{1,200}))(/openrosa/.*)");

    /** What a link of this request must begin with: empty, or {@code /key/TOKEN}. */
    public static String front(HttpServletRequest request) {
        return request.getAttribute(FRONT) instanceof String front ? front : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        // An address with /../ in it may mean another place than it shows; the firewall behind refuses it.
        if (!address.matches() || !request.getServletPath().startsWith(address.group(1) + "/openrosa/")) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(FRONT, address.group(1));
        request.setAttribute(TOKEN, address.group(2));
        chain.doFilter(new Stripped(request, address.group(3)), response);
    }

    private static final class Stripped extends HttpServletRequestWrapper {
        private final String path;
        private final String front;

        Stripped(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
            this.front = front(request);
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            String url = super.getRequestURL().toString();
            return new StringBuffer(url.replaceFirst(Pattern.quote(front), ""));
        }

        @Override
        public String getServletPath() {
            return super.getServletPath().substring(front.length());
        }
    }
}
