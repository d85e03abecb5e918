package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes an XForm's model: instances, binds and the actions beside them. */
final class ModelWriter {
    private static final Set<String> EXPRESSIONS =
            Set.of("readonly", "required", "relevant", "constraint", "calculate");
    private static final Pattern PULLDATA = Pattern.compile("pulldata\\s*\\(\\s*(.*?),");

    private final SurveyElement root;
    private final Settings settings;
    private final Map<String, ChoiceList> lists;
    private final ReferenceResolver references;

    ModelWriter(SurveyElement root, Settings settings, Map<String, ChoiceList> lists, ReferenceResolver references) {
        this.root = root;
        this.settings = settings;
        this.lists = lists;
        this.references = references;
    }

    Xml model(Translations translations, String formId, String version) {
        Xml model = Xml.element("model").with("odk:xforms-version", "1.0.0");
        root.walk(element -> {
            if (element.type.equals("entity")) {
                model.with("entities:entities-version", EntityReader.VERSION);
            }
        });
        Xml submission = submission();
        if (submission != null) {
            model.add(submission);
        }
        if (!translations.isEmpty()) {
            model.add(translations.itext());
        }
        Xml primary = instanceOf(root, Place.OUTSIDE_REPEATS);
        primary.with(settings.attributes()).with("id", formId);
        if (!settings.get("instance_xmlns").isEmpty()) {
            primary.with("xmlns", settings.get("instance_xmlns"));
        }
        if (!version.isEmpty()) {
            primary.with("version", version);
        }
        for (String name : List.of("prefix", "delimiter")) {
            if (!settings.get(name).isEmpty()) {
                primary.with("odk:" + name, settings.get(name));
            }
        }
        model.add(Xml.element("instance", primary));
        secondaryInstances().values().forEach(model::add);
        root.walk(element -> {
            if (element != root) {
                addBind(model, element);
            }
        });
        return model;
    }

    private @Nullable Xml submission() {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (!settings.get("submission_url").isEmpty()) {
            attributes.put("action", settings.get("submission_url"));
            attributes.put("method", "post");
        }
        if (!settings.get("public_key").isEmpty()) {
            attributes.put("base64RsaPublicKey", settings.get("public_key"));
        }
        if (!settings.get("auto_send").isEmpty()) {
            attributes.put("orx:auto-send", settings.get("auto_send"));
        }
        if (!settings.get("auto_delete").isEmpty()) {
            attributes.put("orx:auto-delete", settings.get("auto_delete"));
        }
        if (settings.isOn("client_editable")) {
            attributes.put("odk:client-editable", "true");
        }
        return attributes.isEmpty() ? null : Xml.element("submission").with(attributes);
    }

    /** Where in the instance an element stands: a repeat has a template, and in it no instance of its own. */
    private enum Place {
        OUTSIDE_REPEATS,
        TEMPLATE,
        REPEAT_INSTANCE
    }

    private Xml instanceOf(SurveyElement element, Place place) {
        Xml node = Xml.element(element.name);
        element.instance.forEach((key, value) -> node.with(key, references.expression(value, element)));
        if (!element.defaultValue.isEmpty() && !element.dynamicDefault) {
            node.text(element.defaultValue);
        }
        instancesOf(element, place).forEach(node::add);
        return node;
    }

    private Xml templateOf(SurveyElement repeat) {
        Xml template = Xml.element(repeat.name).with("jr:template", "");
        instancesOf(repeat, Place.TEMPLATE).forEach(template::add);
        return template;
    }

    private List<Xml> instancesOf(SurveyElement section, Place place) {
        var nodes = new ArrayList<Xml>();
        for (SurveyElement child : section.children) {
            if (child.flat) {
                nodes.addAll(instancesOf(child, place));
            } else if (child.isRepeat()) {
                if (place != Place.REPEAT_INSTANCE) {
                    nodes.add(templateOf(child));
                }
                if (place != Place.TEMPLATE) {
                    nodes.add(instanceOf(child, Place.REPEAT_INSTANCE));
                }
            } else if (!isExternalInstance(child)) {
                nodes.add(instanceOf(child, place == Place.TEMPLATE ? Place.OUTSIDE_REPEATS : place));
            }
        }
        return nodes;
    }

    private static boolean isExternalInstance(SurveyElement element) {
        return element.type.equals("xml-external") || element.type.equals("csv-external");
    }

    private Map<String, Xml> secondaryInstances() {
        Map<String, Xml> instances = new LinkedHashMap<>();
        boolean[] lastSaved = new boolean[1];
        root.walk(element -> {
            if (isExternalInstance(element)) {
                boolean csv = element.type.startsWith("csv");
                external(instances, element.name, csv ? "file-csv" : "file", element.name + (csv ? ".csv" : ".xml"));
            }
            for (String text : expressionsOf(element)) {
                Matcher pulldata = PULLDATA.matcher(text);
                while (pulldata.find()) {
                    String id = pulldata.group(1).replaceAll("['\"]", "").strip();
                    external(instances, id, "file-csv", id + ".csv");
                }
                lastSaved[0] |= Reference.isLastSaved(text);
            }
            int dot = element.list.lastIndexOf('.');
            if (dot > 0 && SelectReader.FILE_TYPES.contains(element.list.substring(dot))) {
                boolean csv = element.list.endsWith(".csv");
                external(instances, element.list.substring(0, dot), csv ? "file-csv" : "file", element.list);
            }
        });
        if (lastSaved[0]) {
            external(instances, ReferenceResolver.LAST_SAVED, "instance", "last-saved");
        }
        lists.values().stream()
                .filter(list -> !list.usedBySearch)
                .forEach(list -> instances.putIfAbsent(list.name, instanceOf(list)));
        return instances;
    }

    private static void external(Map<String, Xml> instances, String id, String kind, String file) {
        Xml instance = Xml.element("instance").with("id", id).with("src", "jr://" + kind + "/" + file);
        instances.putIfAbsent(id, instance);
    }

    private static List<String> expressionsOf(SurveyElement element) {
        var texts = new ArrayList<String>();
        element.bind.forEach((key, phrase) -> {
            if (EXPRESSIONS.contains(key)) {
                texts.add(phrase.plain());
            }
        });
        texts.add(element.choiceFilter);
        texts.add(element.defaultValue);
        return texts;
    }

    private static Xml instanceOf(ChoiceList list) {
        Xml rootNode = Xml.element("root");
        boolean itext = list.needsItext();
        for (int i = 0; i < list.choices.size(); i++) {
            ChoiceList.Choice choice = list.choices.get(i);
            Xml item = Xml.element("item");
            if (itext) {
                item.add(Xml.element("itextId").text(list.name + "-" + i));
            }
            item.add(Xml.element("name").text(choice.name()));
            if (!itext && choice.label() != null) {
                item.add(Xml.element("label").text(choice.label().plain()));
            }
            choice.extra().forEach((name, value) -> item.add(Xml.element(name).text(value)));
            rootNode.add(item);
        }
        return Xml.element("instance", rootNode).with("id", list.name);
    }

    private void addBind(Xml model, SurveyElement element) {
        if (!element.bind.isEmpty() && !element.flat) {
            Xml bind = Xml.element("bind").with("nodeset", element.xpath());
            element.bind.forEach((key, phrase) -> {
                boolean movesToTrigger = key.equals("calculate") && !element.triggers.isEmpty();
                if (!movesToTrigger) {
                    bind.with(key, bindValue(element, key, phrase));
                }
            });
            model.add(bind);
        }
        element.attributeBinds.forEach((attribute, attributes) -> {
            Xml bind = Xml.element("bind").with("nodeset", element.xpath() + "/@" + attribute);
            attributes.forEach((key, value) -> bind.with(key, references.expression(value, element)));
            model.add(bind);
        });
        element.attributeDefaults.forEach((attribute, value) -> model.add(Xml.element("setvalue")
                .with("ref", element.xpath() + "/@" + attribute)
                .with("event", "odk-instance-first-load")
                .with("value", value)));
        element.actions.forEach(action -> model.add(action(element, action)));
        if (element.dynamicDefault) {
            model.add(defaultAction(element, "odk-instance-first-load"));
        }
    }

    private String bindValue(SurveyElement element, String key, Phrase phrase) {
        if (Translations.isMessage(key) && Translations.isInItext(key, phrase)) {
            return "jr:itext('" + element.xpath() + ":" + key + "')";
        }
        String text = phrase.plain();
        if (EXPRESSIONS.contains(key) && Settings.isYes(text)) {
            return "true()";
        }
        if (EXPRESSIONS.contains(key) && Settings.isNo(text)) {
            return "false()";
        }
        return references.expression(text, element);
    }

    private Xml action(SurveyElement element, SurveyElement.Action action) {
        Xml xml = Xml.element(action.tag()).with("ref", element.xpath()).with("event", action.event());
        return xml.with(action.attributes());
    }

    /** The action that calculates a default. */
    Xml defaultAction(SurveyElement element, String event) {
        return Xml.element("setvalue")
                .with("ref", element.xpath())
                .with("event", event)
                .with("value", references.expression(element.defaultValue, element));
    }
}
