package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A question, group or repeat of a workbook, with all its row says; filled while the workbook is read. */
final class SurveyElement {
    enum Kind {
        QUESTION,
        GROUP,
        REPEAT
    }

    /**
     * Something the form does by itself.
     *
     * @param tag as in {@code setvalue}
     * @param event as in {@code odk-instance-first-load}
     * @param value expression with references, "" for none
     * @param attributes further attributes
     */
    record Action(String tag, String event, String value, Map<String, String> attributes) {}

    final Kind kind;
    final String type;
    final String name;
    final int row;

    @Nullable
    SurveyElement parent;

    final List<SurveyElement> children = new ArrayList<>();

    @Nullable
    Phrase label;

    @Nullable
    Phrase hint;

    @Nullable
    Phrase guidance;

    Map<String, Phrase> media = new LinkedHashMap<>();
    Map<String, Phrase> bind = new LinkedHashMap<>();
    Map<String, String> control = new LinkedHashMap<>();
    Map<String, String> instance = new LinkedHashMap<>();

    /** Binds of attributes of the element, by attribute: those of an entity. */
    Map<String, Map<String, String>> attributeBinds = new LinkedHashMap<>();

    /** What attributes are set to when the form is first loaded. */
    Map<String, String> attributeDefaults = new LinkedHashMap<>();

    Map<String, String> parameters = new LinkedHashMap<>();
    List<Action> actions = new ArrayList<>();

    /** What a control with a tag of its own is written as; "" if the element has none. */
    String tag = "";

    String defaultValue = "";
    boolean dynamicDefault;

    /** The list of a select: of the choices sheet, a file's name, or a reference. */
    String list = "";

    /** The tags of an OpenStreetMap question, with their labels. */
    Map<String, Phrase> tags = new LinkedHashMap<>();

    String choiceFilter = "";
    String query = "";
    List<String> triggers = List.of();

    /** Whether it is in no one's sight: the meta group. */
    boolean bodyless;

    /** Whether a group leaves no trace in the instance. */
    boolean flat;

    SurveyElement(Kind kind, String type, String name, int row) {
        this.kind = kind;
        this.type = type;
        this.name = name;
        this.row = row;
    }

    void add(SurveyElement child) {
        children.add(child);
        child.parent = this;
    }

    boolean isRepeat() {
        return kind == Kind.REPEAT;
    }

    /** This element and all below it, in the order of the form. */
    void walk(Consumer<SurveyElement> visitor) {
        visitor.accept(this);
        children.forEach(child -> child.walk(visitor));
    }

    /** The element and those around it, from the inside out. */
    List<SurveyElement> lineage() {
        var lineage = new ArrayList<SurveyElement>();
        for (@Nullable SurveyElement at = this; at != null; at = at.parent) {
            lineage.add(at);
        }
        return lineage;
    }

    String xpath() {
        return pathFrom(null);
    }

    /** The path from below an element around this one; from the document if it is null. */
    String pathFrom(@Nullable SurveyElement around) {
        var path = new StringBuilder();
        for (@Nullable SurveyElement at = this; at != null && at != around; at = at.parent) {
            if (!at.flat) {
                path.insert(0, "/" + at.name);
            }
        }
        return path.toString();
    }

    boolean hasLabelOrHint() {
        return label != null || hint != null;
    }

    /** Whether the label stands in the itext. */
    boolean labelNeedsItext() {
        return (label != null && label.isTranslated()) || !media.isEmpty();
    }

    boolean hintNeedsItext() {
        return (hint != null && hint.isTranslated()) || guidance != null;
    }
}
