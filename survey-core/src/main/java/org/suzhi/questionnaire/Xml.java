package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An XML element being built. Names are written as they are given, prefix included. */
final class Xml {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    private Xml(String name) {
        this.name = name;
    }

    static Xml element(String name) {
        return new Xml(name);
    }

    static Xml element(String name, Xml... children) {
        var element = new Xml(name);
        for (Xml child : children) {
            element.add(child);
        }
        return element;
    }

    Xml with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Xml with(Map<String, String> more) {
        attributes.putAll(more);
        return this;
    }

    Xml add(Xml child) {
        content.add(child);
        return this;
    }

    Xml text(String text) {
        if (!text.isEmpty()) {
            content.add(text);
        }
        return this;
    }

    /** Adds text and elements in their order. */
    Xml mixed(List<Object> parts) {
        content.addAll(parts);
        return this;
    }

    String document() {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(out, 0, true);
        return out.append('\n').toString();
    }

    /** Indents elements, but never inside mixed content, where white space is content. */
    private void write(StringBuilder out, int depth, boolean indent) {
        if (indent) {
            out.append("  ".repeat(depth));
        }
        out.append('<').append(name);
        attributes.forEach((key, value) -> out.append(' ')
                .append(key)
                .append("=\"")
                .append(escape(value, true))
                .append('"'));
        if (content.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        boolean block = content.stream().allMatch(Xml.class::isInstance);
        for (Object part : content) {
            if (part instanceof Xml child) {
                if (block) {
                    out.append('\n');
                }
                child.write(out, depth + 1, block);
            } else {
                out.append(escape(String.valueOf(part), false));
            }
        }
        if (block) {
            out.append('\n').append("  ".repeat(depth));
        }
        out.append("</").append(name).append('>');
    }

    private static String escape(String text, boolean attribute) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(attribute ? "&#" + c + ";" : Character.toString(c));
                default -> {
                    boolean allowed = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
                    out.appendCodePoint(allowed ? c : ' ');
                }
            }
        });
        return out.toString();
    }
}
