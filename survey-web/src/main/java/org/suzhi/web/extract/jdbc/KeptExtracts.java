package org.suzhi.web.extract.jdbc;

import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.suzhi.microdata.Extract;
import org.suzhi.web.extract.ExtractFiles;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.NumberedRows;
import org.suzhi.web.extract.Variables;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.extract.jdbc.ExtractQuery.State;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.questionnaire.AnswerCodes;
import org.suzhi.web.questionnaire.Questionnaires;

/** Puts the rows of waves together in the background, one wave after another, and keeps them while they stand. */
@Service
class KeptExtracts implements Extracts, DisposableBean {
    private final Fieldwork fieldwork;
    private final MarginVersions margins;
    private final Questionnaires questionnaires;
    private final ExtractQuery query;
    private final Variables variables;
    private final AnswerCodes codes;
    private final TransactionTemplate snapshot;
    private final ExtractFiles files;
    private final Map<Long, SoftReference<Kept>> kept = new ConcurrentHashMap<>();
    private final KeptStacks stacks = new KeptStacks();
    private final Map<Long, Build> builds = new ConcurrentHashMap<>();
    private final ExecutorService builder = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "extract");
        thread.setDaemon(true);
        return thread;
    });

    private record Kept(State state, WaveExtract all, WaveExtract respondents) {}

    private record Build(State state, AtomicInteger read, CompletableFuture<Kept> result) {}

    KeptExtracts(
            Fieldwork fieldwork,
            MarginVersions margins,
            Questionnaires questionnaires,
            ExtractQuery query,
            Variables variables,
            AnswerCodes codes,
            PlatformTransactionManager transactions,
            @Value("${suzhi.data}") Path data) {
        this.fieldwork = fieldwork;
        this.margins = margins;
        this.questionnaires = questionnaires;
        this.query = query;
        this.variables = variables;
        this.codes = codes;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.files = new ExtractFiles(data.resolve("extracts"));
    }

    @Override
    public WaveExtract of(long waveId) {
        return now(waveId).all();
    }

    @Override
    public WaveExtract respondents(long waveId) {
        return now(waveId).respondents();
    }

    @Override
    public Optional<WaveExtract> ifReady(long waveId, boolean respondentsOnly) {
        State state = query.state(waveId);
        Kept there = there(waveId, state);
        if (there == null) {
            begin(waveId, state);
            return Optional.empty();
        }
        return Optional.of(respondentsOnly ? there.respondents() : there.all());
    }

    @Override
    public Optional<WaveExtract> stackedIfReady(SortedMap<Integer, Long> waveIds, boolean respondentsOnly) {
        Map<Integer, WaveExtract> byYear = new LinkedHashMap<>();
        waveIds.forEach((year, id) -> ifReady(id, respondentsOnly).ifPresent(rows -> byYear.put(year, rows)));
        if (byYear.size() < waveIds.size()) {
            return Optional.empty();
        }
        CompletableFuture<WaveExtract> stack = stacks.of(byYear, files, builder);
        return stack.isDone() ? Optional.of(stack.join()) : Optional.empty();
    }

    @Override
    public NumberedRows numbered(long waveId, boolean respondentsOnly) {
        State state = query.state(waveId);
        Kept there = there(waveId, state);
        RowCollector rows = query.rows(waveId, there == null ? layout(waveId) : Layout.BARE, read -> {});
        if (there != null) {
            return new NumberedRows(respondentsOnly ? there.respondents() : there.all(), rows.responses());
        }
        Extract table = respondentsOnly ? rows.respondentsOnly() : rows.all();
        return new NumberedRows(new WaveExtract(table, state.received(), ExtractFiles.sha256(table)), rows.responses());
    }

    @Override
    public List<String> columns(long waveId) {
        return layout(waveId).columns();
    }

    @Override
    public Optional<Double> progress(long waveId) {
        return Optional.ofNullable(builds.get(waveId))
                .map(build ->
                        build.read().get() / (double) Math.max(1, build.state().approved()));
    }

    @Override
    public int received(long waveId) {
        return query.received(waveId);
    }

    @Override
    public void keep(String sha256) {
        files.keep(sha256);
    }

    @Override
    public Optional<InputStream> csv(String sha256) {
        return files.open(sha256);
    }

    private Kept now(long waveId) {
        State state = query.state(waveId);
        Kept there = there(waveId, state);
        if (there != null) {
            return there;
        }
        try {
            return begin(waveId, state).result().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private @Nullable Kept there(long waveId, State state) {
        SoftReference<Kept> reference = kept.get(waveId);
        Kept there = reference == null ? null : reference.get();
        return there != null && there.state().equals(state) ? there : null;
    }

    private Build begin(long waveId, State state) {
        Build build = Objects.requireNonNull(builds.compute(waveId, (id, running) -> {
            if (running != null && running.state().equals(state)) {
                return running;
            }
            AtomicInteger read = new AtomicInteger();
            return new Build(state, read, CompletableFuture.supplyAsync(() -> build(id, read), builder));
        }));
        // The rows are told by the future itself; this only clears the desk.
        var unused = build.result().whenComplete((rows, problem) -> builds.remove(waveId, build));
        return build;
    }

    private Kept build(long waveId, AtomicInteger read) {
        Kept built = Objects.requireNonNull(snapshot.execute(status -> {
            State state = query.state(waveId);
            Layout layout = layout(waveId);
            String name = "wave-" + waveId;
            List<String> note = files.note(name);
            return fromFiles(state, layout, note).orElseGet(() -> fromDatabase(waveId, state, layout, read, note));
        }));
        kept.put(waveId, new SoftReference<>(built));
        return built;
    }

    private Layout layout(long waveId) {
        Wave wave = fieldwork.wave(waveId).orElseThrow();
        Set<String> calculated = new HashSet<>();
        variables.dimensions().forEach(d -> calculated.add(d.column()));
        calculated.addAll(margins.variables(waveId));
        List<String> groups =
                fieldwork.groups(wave.surveyId()).stream().map(NamedCode::code).toList();
        return Layout.of(
                questionnaires.get(wave.questionnaireVersionId()), groups, calculated, codes, fieldwork.lists(waveId));
    }

    /** The rows as files hold them, where they were written of the same state in the same layout. */
    private Optional<Kept> fromFiles(State state, Layout layout, List<String> note) {
        if (note.size() != 4
                || !note.get(0).equals(state.text())
                || !note.get(1).equals(layout.toString())) {
            return Optional.empty();
        }
        Optional<Extract> all = files.read(note.get(2));
        Optional<Extract> alone = note.get(2).equals(note.get(3)) ? all : files.read(note.get(3));
        return all.isEmpty() || alone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Kept(
                        state,
                        new WaveExtract(all.get(), state.received(), note.get(2)),
                        new WaveExtract(alone.get(), state.received(), note.get(3))));
    }

    private Kept fromDatabase(long waveId, State state, Layout layout, AtomicInteger read, List<String> earlier) {
        RowCollector rows = query.rows(waveId, layout, read::set);
        WaveExtract all = written(rows.all(), state);
        WaveExtract alone = rows.rows() == rows.respondents() ? all : written(rows.respondentsOnly(), state);
        files.note("wave-" + waveId, List.of(state.text(), layout.toString(), all.sha256(), alone.sha256()));
        earlier.stream()
                .skip(2)
                .filter(sha256 -> !sha256.equals(all.sha256()) && !sha256.equals(alone.sha256()))
                .forEach(files::remove);
        return new Kept(state, all, alone);
    }

    private WaveExtract written(Extract table, State state) {
        return new WaveExtract(table, state.received(), files.write(table));
    }

    @Override
    public void destroy() {
        builder.shutdownNow();
    }
}
