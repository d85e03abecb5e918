package org.suzhi.web.questionnaire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.questionnaire.FormProblem;
import org.suzhi.questionnaire.FormProblems;
import org.suzhi.response.FormDraft;
import org.suzhi.web.questionnaire.jdbc.DraftTable;
import org.suzhi.web.questionnaire.jdbc.QuestionnaireTable;

/** Workbooks that their authors have handed in but not published yet. */
@Service
public class Drafts {
    /** Ids and versions stand in the addresses of forms. */
    private static final Pattern IN_ADDRESS = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.: -]{0,99}");

    private final DraftTable table;
    private final QuestionnaireTable published;
    private final Questionnaires questionnaires;

    Drafts(DraftTable table, QuestionnaireTable published, Questionnaires questionnaires) {
        this.table = table;
        this.published = published;
        this.questionnaires = questionnaires;
    }

    /** What a draft would be published as, and everything that stands in the way. */
    public record Checked(@Nullable FormDraft form, List<FormProblem> problems, List<String> unused) {
        public Checked {
            problems = List.copyOf(problems);
            unused = List.copyOf(unused);
        }

        public boolean publishable() {
            return form != null && problems.isEmpty();
        }
    }

    @Transactional
    public long save(long user, String fileName, byte[] workbook, Map<String, byte[]> media) {
        long id = table.insert(user, fileName, workbook);
        media.forEach((name, content) -> table.putMedia(id, name, content));
        return id;
    }

    @Transactional
    public void add(Draft draft, Map<String, byte[]> media) {
        media.forEach((name, content) -> table.putMedia(draft.id(), name, content));
    }

    public Optional<Draft> find(long id, long user) {
        return table.find(id, user);
    }

    /** Reads a draft as it would be published. */
    public Checked check(Draft draft) {
        FormDraft form;
        try {
            form = FormDraft.read(
                    draft.workbook(),
                    draft.fileName(),
                    name -> Optional.ofNullable(draft.media().get(name)));
        } catch (FormProblems refused) {
            return new Checked(null, refused.problems(), List.of());
        }
        List<FormProblem> problems = new ArrayList<>(form.problems());
        form.missing().forEach(name -> problems.add(fileProblem(name, "file.missing")));
        draft.media().forEach((name, content) -> {
            if (name.endsWith(".csv") && !isUtf8(content)) {
                problems.add(fileProblem(name, "file.encoding"));
            }
        });
        if (!IN_ADDRESS.matcher(form.workbook().formId()).matches()) {
            problems.add(
                    new FormProblem("settings", 2, "form_id", form.workbook().formId(), "settings.formId", List.of()));
        }
        for (String setting : form.workbook().settingsAgainstStorage()) {
            problems.add(new FormProblem("settings", 2, setting, setting, "settings.elsewhere", List.of()));
        }
        List<String> unused = form.form().stream()
                .flatMap(f -> draft.media().keySet().stream()
                        .filter(name -> !f.files().contains(name)))
                .toList();
        return new Checked(form, problems, unused);
    }

    private static FormProblem fileProblem(String name, String code) {
        return new FormProblem(name, 0, "", name, code, List.of());
    }

    private static boolean isUtf8(byte[] content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What became of a wish to publish. */
    public enum Outcome {
        PUBLISHED,
        /** The very same is published already. */
        SAME,
        /** The version is published with other content. */
        TAKEN,
        /** The version cannot stand in an address. */
        BAD_VERSION;

        /** As written in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Publishes a draft that has no problems, and forgets it.
     *
     * @throws FormProblems if it has problems
     */
    @Transactional
    public Outcome publish(long user, long surveyId, Draft draft, String version) {
        Checked checked = check(draft);
        FormDraft form = checked.form();
        if (form == null || !checked.publishable()) {
            throw new FormProblems(checked.problems());
        }
        if (!IN_ADDRESS.matcher(version).matches()) {
            return Outcome.BAD_VERSION;
        }
        String formId = form.workbook().formId();
        Optional<Long> there = published.id(formId, version);
        if (there.isPresent()) {
            return isSame(there.get(), form.workbook().convert(version), draft) ? Outcome.SAME : Outcome.TAKEN;
        }
        var media = new LinkedHashMap<>(draft.media());
        checked.unused().forEach(media::remove);
        questionnaires.publish(user, surveyId, draft.workbook(), draft.fileName(), version, media);
        table.delete(draft.id());
        return Outcome.PUBLISHED;
    }

    private boolean isSame(long id, String xform, Draft draft) {
        return published.get(id).sha256().equals(Sha256.hex(xform.getBytes(StandardCharsets.UTF_8)))
                && published.media(id).stream()
                        .allMatch(file -> draft.media().containsKey(file.name())
                                && Md5.hex(draft.media().get(file.name())).equals(file.md5()));
    }
}
