package org.suzhi.web.sampling.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;

/** As long as there is no survey, or no wave of it, pages that show one lead to the page that says what to do first. */
@Component
class FirstSteps implements HandlerInterceptor, WebMvcConfigurer {
    static final String PAGE = "/fieldwork/start";
    private static final String WAVES = "/fieldwork/waves";

    /** The pages that show a wave. */
    private static final List<String> OF_A_WAVE =
            List.of("/fieldwork", "/review", "/exports", "/sampling", "/weights", "/workbench");

    private final Fieldwork fieldwork;

    FirstSteps(Fieldwork fieldwork) {
        this.fieldwork = fieldwork;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        for (String page : OF_A_WAVE) {
            registry.addInterceptor(this)
                    .addPathPatterns(page, page + "/**")
                    .excludePathPatterns(PAGE, "/review/audit");
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!HttpMethod.GET.matches(request.getMethod()) || isReady(request.getServletPath())) {
            return true;
        }
        response.sendRedirect(request.getContextPath() + PAGE);
        return false;
    }

    private boolean isReady(String path) {
        return fieldwork
                .survey()
                .map(Survey::id)
                .filter(survey ->
                        path.startsWith(WAVES) || !fieldwork.waves(survey).isEmpty())
                .isPresent();
    }
}
