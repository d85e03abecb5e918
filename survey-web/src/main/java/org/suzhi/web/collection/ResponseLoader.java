package org.suzhi.web.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.suzhi.questionnaire.logic.MalformedXml;
import org.suzhi.response.SubmittedXml;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.collection.Submissions.Receipt;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.questionnaire.Questionnaires;

/**
 * Loads files of submissions in the background, one file after the other. Each submission goes the way of one that a
 * phone sends; what cannot be taken in is listed with its reason, and the rest goes on.
 *
 * <p>A submission answers the case that its item {@code case_code} names, or the case whose code its file is named by. It
 * counts as given when its item {@code end} says, so that a wave that has closed since still takes it.
 */
@Service
public class ResponseLoader implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseLoader.class);
    private static final Pattern END = Pattern.compile("<(?:\\w+:)?end>\\s*([^<]{10,40}?)\\s*</");
    private static final int NOTED_EVERY = 50;

    private final Submissions submissions;
    private final ResponseLoads loads;
    private final Questionnaires questionnaires;
    private final Fieldwork fieldwork;
    private final Cases cases;
    private final AuditLog audit;
    private final MessageSource messages;
    private final Clock clock;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "response-files");
        thread.setDaemon(true);
        return thread;
    });

    ResponseLoader(
            Submissions submissions,
            ResponseLoads loads,
            Questionnaires questionnaires,
            Fieldwork fieldwork,
            Cases cases,
            AuditLog audit,
            MessageSource messages,
            Clock clock) {
        this.submissions = submissions;
        this.loads = loads;
        this.questionnaires = questionnaires;
        this.fieldwork = fieldwork;
        this.cases = cases;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Takes a file over, which is removed in the end.
     *
     * @return the load's id; empty where it is no ZIP file with .xml files in it
     */
    public OptionalLong start(Path file, String fileName, String sha256, Mode mode, SignedIn user, Locale locale) {
        ResponseArchive archive;
        try {
            archive = ResponseArchive.open(file);
            if (archive.entries().isEmpty()) {
                archive.close();
                return OptionalLong.empty();
            }
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        long id = loads.start(fileName, sha256, archive.entries().size(), user.id());
        audit.record(user.id(), "responses-loaded-" + archive.entries().size(), "response_load/" + id);
        running.add(id);
        worker.execute(() -> {
            try (archive) {
                new Run(id, new Sender(user.id(), false, mode), locale).through(archive);
            } catch (IOException | RuntimeException e) {
                LOG.error("response load {} was cut off", id, e);
            } finally {
                running.remove(id);
            }
        });
        return OptionalLong.of(id);
    }

    /** Whether it waits or runs in this server. */
    public boolean isRunning(long load) {
        return running.contains(load);
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private final class Run {
        private final long id;
        private final Sender sender;
        private final Locale locale;
        private final Map<String, Set<String>> caseCodes = new HashMap<>();
        private final List<ResponseLoad.Refusal> more = new ArrayList<>();
        private int accepted;
        private int repeated;
        private int refused;

        Run(long id, Sender sender, Locale locale) {
            this.id = id;
            this.sender = sender;
            this.locale = locale;
        }

        void through(ResponseArchive archive) {
            for (ZipEntry entry : archive.entries()) {
                take(archive, entry);
                if ((accepted + repeated + refused) % NOTED_EVERY == 0) {
                    note();
                }
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
            note();
            if (!Thread.currentThread().isInterrupted()) {
                loads.finish(id);
            }
        }

        private void note() {
            loads.progress(id, accepted, repeated, refused, more);
            more.clear();
        }

        private void take(ResponseArchive archive, ZipEntry entry) {
            try {
                byte[] xml = archive.bytes(entry);
                Receipt receipt = submissions.receive(xml, List.of(), sender, claim(entry, xml), givenAt(xml), locale);
                accepted += receipt == Receipt.REPEATED ? 0 : 1;
                repeated += receipt == Receipt.REPEATED ? 1 : 0;
            } catch (Problem problem) {
                refuse(entry, problem.code(), words(problem));
            } catch (IOException e) {
                refuse(entry, ProblemCode.MALFORMED_SUBMISSION, text(ProblemCode.MALFORMED_SUBMISSION, ""));
            } catch (RuntimeException e) {
                LOG.error("response load {}: entry {} failed", id, accepted + repeated + refused + 1, e);
                refuse(entry, ProblemCode.INTERNAL, text(ProblemCode.INTERNAL));
            }
        }

        private void refuse(ZipEntry entry, ProblemCode code, String reason) {
            refused++;
            more.add(new ResponseLoad.Refusal(entry.getName(), code.code(), reason));
        }

        private String words(Problem problem) {
            return text(problem.code(), problem.arguments().toArray())
                    + problem.findings().stream()
                            .filter(FindingJson.class::isInstance)
                            .map(FindingJson.class::cast)
                            .map(f -> " " + f.item() + ": " + f.message())
                            .collect(Collectors.joining());
        }

        private String text(ProblemCode code, Object... arguments) {
            return messages.getMessage("problem." + code.code() + ".detail", arguments, locale);
        }

        private CaseClaim claim(ZipEntry entry, byte[] xml) {
            String stem = ResponseArchive.stem(entry);
            return caseCodes(xml).contains(stem) ? CaseClaim.of(stem) : CaseClaim.NONE;
        }

        private Set<String> caseCodes(byte[] xml) {
            try {
                SubmittedXml submitted = SubmittedXml.read(xml);
                return caseCodes.computeIfAbsent(
                        submitted.formId() + "\n" + submitted.version(),
                        key -> questionnaires
                                .find(submitted.formId(), submitted.version())
                                .flatMap(form -> fieldwork.waveOf(form.id()))
                                .map(wave -> (Set<String>) new HashSet<>(cases.codes(wave.id())))
                                .orElse(Set.of()));
            } catch (MalformedXml e) {
                return Set.of();
            }
        }
    }

    /** When the interview ended by its own word, but never later than now. */
    private Instant givenAt(byte[] xml) {
        Instant now = clock.instant();
        Matcher end = END.matcher(new String(xml, StandardCharsets.UTF_8));
        try {
            Instant at = end.find() ? OffsetDateTime.parse(end.group(1)).toInstant() : now;
            return at.isAfter(now) ? now : at;
        } catch (DateTimeException e) {
            return now;
        }
    }
}
