package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes an XForm's body: the controls with their labels, hints and choices. */
final class BodyWriter {
    private final SurveyElement root;
    private final Map<String, ChoiceList> lists;
    private final ReferenceResolver references;
    private final ModelWriter model;

    BodyWriter(SurveyElement root, Map<String, ChoiceList> lists, ReferenceResolver references, ModelWriter model) {
        this.root = root;
        this.lists = lists;
        this.references = references;
        this.model = model;
    }

    Xml body(String style) {
        Xml body = Xml.element("h:body");
        if (!style.isEmpty()) {
            body.with("class", style);
        }
        controls(root).forEach(body::add);
        return body;
    }

    private List<Xml> controls(SurveyElement section) {
        var controls = new ArrayList<Xml>();
        for (SurveyElement child : section.children) {
            switch (child.kind) {
                case GROUP -> {
                    if (!child.bodyless) {
                        controls.add(group(child));
                    }
                }
                case REPEAT -> controls.add(repeat(child));
                case QUESTION -> {
                    if (isShown(child)) {
                        controls.add(question(child));
                    }
                }
            }
        }
        return controls;
    }

    private static boolean isShown(SurveyElement question) {
        boolean computed = question.bind.containsKey("calculate") || !question.triggers.isEmpty();
        return !question.tag.isEmpty()
                && !question.type.equals("calculate")
                && (!computed || question.hasLabelOrHint());
    }

    private Xml group(SurveyElement group) {
        Xml xml = Xml.element("group");
        attributes(xml, group);
        if (!group.flat) {
            xml.with("ref", group.xpath());
        }
        if (group.label != null) {
            xml.add(label(group));
        }
        controls(group).forEach(xml::add);
        return xml;
    }

    private Xml repeat(SurveyElement repeat) {
        Xml inner = Xml.element("repeat").with("nodeset", repeat.xpath());
        attributes(inner, repeat);
        controls(repeat).forEach(inner::add);
        addDefaults(inner, repeat);
        return Xml.element("group")
                .with("ref", repeat.xpath())
                .add(label(repeat))
                .add(inner);
    }

    /** The calculated defaults of each new repeat instance; those of repeats inside belong to them. */
    private void addDefaults(Xml repeat, SurveyElement section) {
        for (SurveyElement child : section.children) {
            if (child.dynamicDefault) {
                repeat.add(model.defaultAction(child, "odk-new-repeat"));
            }
            if (!child.isRepeat()) {
                addDefaults(repeat, child);
            }
        }
    }

    private void attributes(Xml xml, SurveyElement element) {
        element.control.forEach((key, value) -> xml.with(key, references.expression(value, element)));
    }

    private Xml question(SurveyElement question) {
        Xml xml = Xml.element(question.tag).with("ref", question.xpath());
        attributes(xml, question);
        if (!question.query.isEmpty()) {
            String filter = references.filter(question.choiceFilter, question, false);
            String predicate = filter.isEmpty() ? "" : "[" + filter + "]";
            xml.with("query", "instance('" + question.query + "')/root/item" + predicate);
        }
        xml.add(label(question));
        if (question.hintNeedsItext()) {
            xml.add(Xml.element("hint").with("ref", "jr:itext('" + question.xpath() + ":hint')"));
        } else if (question.hint != null) {
            xml.add(Xml.element("hint").mixed(references.outputs(question.hint.plain(), question)));
        }
        if (!question.list.isEmpty()) {
            new ItemsetWriter(question, lists.get(question.list), references).add(xml);
        }
        question.tags.forEach(
                (key, label) -> xml.add(Xml.element("tag", tagLabel(label)).with("key", key)));
        addTriggered(xml, question);
        return xml;
    }

    private Xml tagLabel(Phrase label) {
        return Xml.element("label").mixed(references.outputs(label.plain(), null));
    }

    /** What changes as soon as this question's answer does. */
    private void addTriggered(Xml xml, SurveyElement question) {
        root.walk(element -> {
            if (element.triggers.contains(question.name)) {
                boolean place = element.type.equals("background-geopoint");
                Xml action = Xml.element(place ? "odk:setgeopoint" : "setvalue")
                        .with("ref", element.xpath())
                        .with("event", "xforms-value-changed");
                Phrase calculation = element.bind.get("calculate");
                if (calculation != null && !place) {
                    action.with("value", references.expression(calculation.plain(), question));
                }
                xml.add(action);
            }
        });
    }

    private Xml label(SurveyElement element) {
        Xml label = Xml.element("label");
        if (element.labelNeedsItext()) {
            return label.with("ref", "jr:itext('" + element.xpath() + ":label')");
        }
        return element.label == null ? label : label.mixed(references.outputs(element.label.plain(), element));
    }
}
