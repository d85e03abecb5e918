package org.suzhi.web.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets the links to the other language lead to the same page: the address's parameters but {@code lang}, as the
 * attribute {@code kept} of every page, each with "&amp;" before it. What a form has posted is none of them.
 */
public class KeptParameters implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("kept", of(request.getQueryString()));
        return true;
    }

    static String of(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(parameter ->
                                !parameter.isEmpty() && !parameter.equals("lang") && !parameter.startsWith("lang="))
                        .map(parameter -> "&" + parameter)
                        .collect(Collectors.joining());
    }
}
