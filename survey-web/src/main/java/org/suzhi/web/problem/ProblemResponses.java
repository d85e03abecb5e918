package org.suzhi.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Words problems for machine clients: problem details (RFC 9457), or OpenRosa XML for ODK's clients. Pages for people
 * have an error page of their own.
 */
@RestControllerAdvice
class ProblemResponses {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private final MessageSource messages;

    ProblemResponses(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<?> answer(Exception e, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws Exception {
        // Of a download that has begun nothing can be said any more but by cutting it off.
        if (!isForMachines(request) || response.isCommitted()) {
            if (response.isCommitted() || !(e instanceof Problem problem)) {
                throw e;
            }
            sendToErrorPage(problem, request, response, locale);
            return null;
        }
        return answer(problem(e, request), request, locale);
    }

    private void sendToErrorPage(
            Problem problem, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        ProblemCode code = problem.code();
        request.setAttribute(
                "problemDetail",
                messages.getMessage(
                        "problem." + code.code() + ".detail",
                        problem.arguments().toArray(),
                        locale));
        response.sendError(code.status().value());
    }

    private static boolean isForMachines(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/openrosa/") || path.startsWith("/api/");
    }

    private static Problem problem(Exception e, HttpServletRequest request) {
        if (e instanceof Problem problem) {
            return problem;
        }
        if (mentionsSize(e)) {
            return Problem.of(ProblemCode.TOO_LARGE);
        }
        if (e instanceof MultipartException) {
            return Problem.malformed("upload");
        }
        if (e instanceof HttpMediaTypeNotSupportedException) {
            return Problem.of(ProblemCode.WRONG_CONTENT_TYPE);
        }
        if (e instanceof HttpRequestMethodNotSupportedException) {
            return Problem.of(ProblemCode.METHOD_NOT_ALLOWED);
        }
        if (e instanceof NoResourceFoundException) {
            return Problem.of(ProblemCode.NOT_FOUND, request.getRequestURI());
        }
        boolean badRequest = e instanceof HttpMessageNotReadableException
                || (e instanceof ErrorResponse r && r.getStatusCode().is4xxClientError());
        if (badRequest) {
            return Problem.of(ProblemCode.BAD_REQUEST);
        }
        LOG.error("unexpected failure serving {} {}", request.getMethod(), withoutToken(request), e);
        return Problem.of(ProblemCode.INTERNAL);
    }

    private static String withoutToken(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst("(/respond/)[^/]+", "$1…");
    }

    /** The container tells of a body over the limit in several ways, with one word in common. */
    private static boolean mentionsSize(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t.getClass().getSimpleName().contains("Size")) {
                return true;
            }
        }
        return false;
    }

    private ResponseEntity<?> answer(Problem problem, HttpServletRequest request, Locale locale) {
        ProblemCode code = problem.code();
        Object[] arguments = problem.arguments().toArray();
        String title = messages.getMessage("problem." + code.code() + ".title", arguments, locale);
        String detail = messages.getMessage("problem." + code.code() + ".detail", arguments, locale);
        if (request.getRequestURI().startsWith("/openrosa/") && !asksForJson(request)) {
            return ResponseEntity.status(code.status())
                    .contentType(MediaType.TEXT_XML)
                    .body(OpenRosaMessage.xml(title + " " + detail));
        }
        ProblemDetail body = ProblemDetail.forStatusAndDetail(code.status(), detail);
        body.setTitle(title);
        body.setProperty("code", code.code());
        if (!problem.findings().isEmpty()) {
            body.setProperty("findings", problem.findings());
        }
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static boolean asksForJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json");
    }
}
