package org.suzhi.response;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.FormProblem;
import org.suzhi.questionnaire.FormProblems;
import org.suzhi.questionnaire.logic.SecondaryInstances;

/**
 * A published form, ready to check submissions: the XForm's own binds, choices and texts. It is compiled once, never
 * changes, and may be used by any number of threads.
 */
public final class PublishedForm {
    private final String formId;
    private final String version;
    private final String title;
    private final FormItem root;
    private final List<FormItem> all;
    private final List<FormItem> order;
    private final SecondaryInstances secondary;
    private final Map<String, Item> items;
    private final List<String> languages;
    private final Set<String> files;
    private final List<FormItem> clocks;
    private final Map<String, FormItem> byPath;

    PublishedForm(
            String formId,
            String version,
            String title,
            FormItem root,
            List<FormItem> all,
            List<FormItem> order,
            SecondaryInstances secondary,
            Map<String, Item> items,
            List<String> languages,
            Set<String> files) {
        this.formId = formId;
        this.version = version;
        this.title = title;
        this.root = root;
        this.all = List.copyOf(all);
        this.order = List.copyOf(order);
        this.secondary = secondary;
        this.items = items;
        this.languages = List.copyOf(languages);
        this.files = Collections.unmodifiableSet(new LinkedHashSet<>(files));
        this.clocks = Stream.of("timestamp end", "timestamp start")
                .flatMap(preload -> all.stream().filter(item -> item.preload.equals(preload)))
                .toList();
        this.byPath = all.stream().collect(Collectors.toUnmodifiableMap(item -> item.path, item -> item));
    }

    /**
     * Compiles an XForm that needs no files besides.
     *
     * @throws FormProblems if it is no XForm or uses what is not supported, each named
     */
    public static PublishedForm compile(String xform) {
        return compile(xform, ExternalFiles.NONE);
    }

    /** Compiles an XForm whose choices may stand in files; choices of files that are not given are not checked. */
    public static PublishedForm compile(String xform, ExternalFiles files) {
        try {
            return new FormCompiler(xform, files).compile();
        } catch (StackOverflowError e) {
            throw new FormProblems(List.of(FormProblem.inXForm("", "", "xform.tooDeep")));
        }
    }

    public String formId() {
        return formId;
    }

    /** The version, "" where the form has none. */
    public String version() {
        return version;
    }

    public String title() {
        return title;
    }

    /** The items that can hold answers, in the order of the form. */
    public List<Item> items() {
        return List.copyOf(items.values());
    }

    /** The item at a path such as {@code /data/person/age}. */
    public Optional<Item> item(String path) {
        return Optional.ofNullable(items.get(path));
    }

    /** The names of its languages, such as "中文 (zh)", the default first; empty where nothing is translated. */
    public List<String> languages() {
        return languages;
    }

    /** The files that it shows or reads, by name, such as pictures and lists of choices. */
    public Set<String> files() {
        return files;
    }

    /**
     * Checks a submission. All findings are told at once.
     *
     * @param xml the instance as the client sent it
     * @param received when it came, and the zone it is read in; expressions with {@code today()} go by the
     *     interview's own start and end where the form records them
     */
    public SubmissionCheck check(byte[] xml, Clock received) {
        return new FormCheck(this, received).check(xml);
    }

    /** Checks a submission that was read already; it can be checked once only, since the check writes on it. */
    public SubmissionCheck check(SubmittedXml submitted, Clock received) {
        return new FormCheck(this, received).check(submitted);
    }

    FormItem root() {
        return root;
    }

    List<FormItem> all() {
        return all;
    }

    /** Items with a relevance or a calculation, each after those it depends on. */
    List<FormItem> order() {
        return order;
    }

    /** Items that tell when the interview ended and began. */
    List<FormItem> clocks() {
        return clocks;
    }

    @Nullable
    FormItem itemAt(String path) {
        return byPath.get(path);
    }

    SecondaryInstances secondary() {
        return secondary;
    }
}
