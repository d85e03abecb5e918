package org.suzhi.web.collection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
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
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.suzhi.web.account.KeyedAddress;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.problem.OpenRosaMessage;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.questionnaire.UploadedFile;

/** Form submission by the OpenRosa 1.0 protocol: <a href="https://docs.getodk.org/openrosa-form-submission/">…</a>. */
@RestController
class OpenRosaSubmission {
    private static final String XML_PART = "xml_submission_file";
    private static final String COLLECT = "org.odk.collect";

    private final Submissions submissions;
    private final MessageSource messages;
    private final Clock clock;

    OpenRosaSubmission(Submissions submissions, MessageSource messages, Clock clock) {
        this.submissions = submissions;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tells a client, before it sends anything large, that it may send, where to, and in a header how much. */
    @RequestMapping(path = "/openrosa/submission", method = RequestMethod.HEAD)
    ResponseEntity<Void> announce(HttpServletRequest request) {
        return ResponseEntity.noContent()
                .location(ServletUriComponentsBuilder.fromContextPath(request)
                        .path(KeyedAddress.front(request) + "/openrosa/submission")
                        .build()
                        .toUri())
                .build();
    }

    /**
     * Takes the response and files of it in. Files that do not fit in one request come in further ones, each with the
     * same XML; the part {@code *isIncomplete*} that announces them tells nothing that the answers do not.
     */
    @RequestMapping(
            path = "/openrosa/submission",
            method = RequestMethod.POST,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> submit(
            @RequestHeader(name = OpenRosaHeaders.VERSION, required = false) @Nullable String protocol,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            @RequestParam(name = "case", required = false) @Nullable String caseCode,
            MultipartRequest request,
            @AuthenticationPrincipal SignedIn user,
            Locale locale) {
        Mode mode = agent.contains(COLLECT) ? Mode.ODK_COLLECT : Mode.FACE_TO_FACE;
        Sender sender = new Sender(user.id(), user.reviews(), mode);
        return take(protocol, request, sender, CaseClaim.of(caseCode), locale);
    }

    /** Takes in what came by either address: a surveyor's, or a respondent's own. */
    ResponseEntity<String> take(
            @Nullable String protocol, MultipartRequest request, Sender sender, CaseClaim claim, Locale locale) {
        // A page of another site can neither set this header nor read what we answer: it stands for a CSRF token.
        if (protocol == null) {
            throw Problem.of(ProblemCode.OPENROSA_HEADER_MISSING);
        }
        MultipartFile part = request.getFile(XML_PART);
        if (part == null) {
            throw Problem.malformed("no-xml-part");
        }
        Submissions.Receipt receipt =
                submissions.receive(UploadedFile.bytes(part), files(request), sender, claim, clock.instant(), locale);
        String message = messages.getMessage("receipt." + receipt.code(), null, locale);
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.TEXT_XML)
                .body(OpenRosaMessage.xml(message));
    }

    private static List<SentFile> files(MultipartRequest request) {
        return request.getMultiFileMap().entrySet().stream()
                .filter(part ->
                        !part.getKey().equals(XML_PART) && !part.getKey().startsWith("*"))
                .flatMap(part -> part.getValue().stream())
                .map(OpenRosaSubmission::file)
                .toList();
    }

    private static SentFile file(MultipartFile part) {
        String name = part.getOriginalFilename();
        String type = part.getContentType();
        return SentFile.copyOf(
                name == null || name.isEmpty() ? part.getName() : name,
                type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                UploadedFile.bytes(part));
    }
}
