package org.suzhi.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.logic.Expression;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The texts of a form by id, in its languages. */
final class Itext {
    private static final Pattern CALL = Pattern.compile("\\s*jr:itext\\(\\s*['\"](.*?)['\"]\\s*\\)\\s*");
    private final Map<String, Message> byId;
    private final List<String> languages;

    private Itext(Map<String, Message> byId, List<String> languages) {
        this.byId = byId;
        this.languages = languages;
    }

    static Itext read(@Nullable Element itext) {
        var texts = new LinkedHashMap<String, LinkedHashMap<String, List<Message.Part>>>();
        var languages = new ArrayList<String>();
        if (itext != null) {
            var translations =
                    new ArrayList<>(XFormDocument.children(itext, "translation").toList());
            translations.sort(Comparator.comparing(translation -> !translation.hasAttribute("default")));
            for (Element translation : translations) {
                String language = XFormDocument.attribute(translation, "lang");
                languages.add(language);
                XFormDocument.children(translation, "text").forEach(text -> {
                    Element value = shown(text);
                    if (value != null && !value.getTextContent().strip().equals("-")) {
                        texts.computeIfAbsent(
                                        XFormDocument.attribute(text, "id"),
                                        id -> new LinkedHashMap<String, List<Message.Part>>())
                                .put(language, parts(value));
                    }
                });
            }
        }
        var byId = new HashMap<String, Message>();
        texts.forEach((id, byLanguage) -> byId.put(id, new Message(byLanguage)));
        return new Itext(byId, languages);
    }

    /** The value without a form, or the long one. */
    private static @Nullable Element shown(Element text) {
        @Nullable Element shown = null;
        for (Element value : XFormDocument.children(text, "value").toList()) {
            String form = XFormDocument.attribute(value, "form");
            if (form.isEmpty()) {
                return value;
            }
            if (form.equals("long") || (form.equals("short") && shown == null)) {
                shown = value;
            }
        }
        return shown;
    }

    List<String> languages() {
        return languages;
    }

    Message byId(String id) {
        return byId.getOrDefault(id, Message.NONE);
    }

    /** What a label, hint or similar element says, by reference or in itself. */
    Message of(@Nullable Element element) {
        if (element == null) {
            return Message.NONE;
        }
        String ref = XFormDocument.attribute(element, "ref");
        if (!ref.isEmpty()) {
            return ofText(ref);
        }
        List<Message.Part> parts = parts(element);
        return parts.isEmpty() ? Message.NONE : new Message(Map.of("", parts));
    }

    /** What an attribute says: a call of jr:itext, or the text itself. */
    Message ofText(String text) {
        Matcher call = CALL.matcher(text);
        return call.matches() ? byId(call.group(1)) : Message.of(text);
    }

    private static List<Message.Part> parts(Element element) {
        var parts = new ArrayList<Message.Part>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE) {
                parts.add(new Message.Part.Words(node.getNodeValue()));
            } else if (node instanceof Element output
                    && XFormDocument.name(output).equals("output")) {
                String value = XFormDocument.attribute(output, "value");
                parts.add(new Message.Part.Value(
                        Expression.parse(value.isEmpty() ? XFormDocument.attribute(output, "ref") : value)));
            }
        }
        return parts;
    }
}
