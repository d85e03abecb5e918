package org.suzhi.web.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.problem.OpenRosaMessage;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** Form submission by the OpenRosa 1.0 protocol: <a href="https://docs.getodk.org/openrosa-form-submission/">…</a>. */
@RestController
class OpenRosaSubmission {
    static final String VERSION_HEADER = "X-OpenRosa-Version";
    private static final String COLLECT = "org.odk.collect";
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private final Submissions submissions;
    private final MessageSource messages;
    private final Clock clock;

    OpenRosaSubmission(Submissions submissions, MessageSource messages, Clock clock) {
        this.submissions = submissions;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tells a client, before it sends anything large, that it may send and how much. */
    @RequestMapping(path = "/openrosa/submission", method = RequestMethod.HEAD)
    ResponseEntity<Void> announce() {
        return ResponseEntity.noContent()
                .header(VERSION_HEADER, "1.0")
                .header("X-OpenRosa-Accept-Content-Length", String.valueOf(MOST_BYTES))
                .build();
    }

    @RequestMapping(
            path = "/openrosa/submission",
            method = RequestMethod.POST,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> submit(
            @RequestHeader(name = VERSION_HEADER, required = false) @Nullable String protocol,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            @RequestParam(name = "xml_submission_file", required = false) @Nullable MultipartFile part,
            @AuthenticationPrincipal SignedIn user,
            Locale locale) {
        // A page of another site can neither set this header nor read what we answer: it stands for a CSRF token.
        if (protocol == null) {
            throw Problem.of(ProblemCode.OPENROSA_HEADER_MISSING);
        }
        if (part == null) {
            throw Problem.malformed("no-xml-part");
        }
        Mode mode = agent.contains(COLLECT) ? Mode.ODK_COLLECT : Mode.FACE_TO_FACE;
        Submissions.Receipt receipt = submissions.receive(bytes(part), mode, user.id(), clock.instant(), locale);
        String message = messages.getMessage("receipt." + receipt.name().toLowerCase(Locale.ROOT), null, locale);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(VERSION_HEADER, "1.0")
                .contentType(MediaType.TEXT_XML)
                .body(OpenRosaMessage.xml(message));
    }

    private static byte[] bytes(MultipartFile part) {
        try {
            return part.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
