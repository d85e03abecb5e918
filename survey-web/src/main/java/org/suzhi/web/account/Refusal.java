package org.suzhi.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** Refuses a request before it reaches a controller, in the words that a controller's problem would get. */
@Component
@ConditionalOnWebApplication
final class Refusal {
    private final HandlerExceptionResolver problems;

    Refusal(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    void send(HttpServletRequest request, HttpServletResponse response, ProblemCode code) throws IOException {
        if (problems.resolveException(request, response, null, Problem.of(code)) == null) {
            response.sendError(code.status().value());
        }
    }
}
