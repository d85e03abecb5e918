package org.suzhi.response;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.FormProblem;
import org.suzhi.questionnaire.logic.InstanceNode;
import org.suzhi.questionnaire.logic.InstanceReader;
import org.suzhi.questionnaire.logic.MalformedXml;
import org.suzhi.questionnaire.logic.SecondaryInstances;
import org.suzhi.questionnaire.logic.XmlLimits;
import org.suzhi.questionnaire.logic.XmlText;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a form's secondary instances: from the form itself, from XML files and from CSV files. */
final class SecondaryInstanceReader {
    private static final XmlLimits LIMITS = new XmlLimits(64 << 20, 2_000_000, 32);
    private final ExternalFiles files;
    private final List<FormProblem> problems;

    SecondaryInstanceReader(ExternalFiles files, List<FormProblem> problems) {
        this.files = files;
        this.problems = problems;
    }

    SecondaryInstances read(List<Element> instances) {
        Map<String, InstanceNode> documents = new LinkedHashMap<>();
        for (Element instance : instances) {
            String id = XFormDocument.attribute(instance, "id");
            String src = XFormDocument.attribute(instance, "src");
            InstanceNode document = src.isEmpty() ? inline(instance) : external(src);
            if (document != null && document.childCount() > 0) {
                documents.put(id, document);
            }
        }
        return new SecondaryInstances(documents);
    }

    private static InstanceNode inline(Element instance) {
        InstanceNode document = InstanceNode.document();
        XFormDocument.children(instance).forEach(root -> copy(root, document));
        return document;
    }

    private static void copy(Element element, InstanceNode parent) {
        InstanceNode node = parent.add(XFormDocument.name(element));
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(XFormDocument.name(attribute), attribute.getNodeValue());
        }
        node.setAttributes(attributes);
        List<Element> children = XFormDocument.children(element);
        if (children.isEmpty()) {
            node.setText(element.getTextContent());
        }
        children.forEach(child -> copy(child, node));
    }

    private @Nullable InstanceNode external(String src) {
        String name = src.substring(src.lastIndexOf('/') + 1);
        Optional<byte[]> content = files.content(name);
        if (content.isEmpty()) {
            return null;
        }
        if (src.contains("file-csv") || name.endsWith(".csv")) {
            return csv(new String(content.get(), StandardCharsets.UTF_8));
        }
        try {
            return InstanceReader.read(XmlText.decode(content.get(), LIMITS), LIMITS);
        } catch (MalformedXml e) {
            problems.add(FormProblem.inXForm("instance src=\"" + src + "\"", name, "xform.externalFile"));
            return null;
        }
    }

    private static InstanceNode csv(String text) {
        List<List<String>> rows = rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        InstanceNode document = InstanceNode.document();
        InstanceNode root = document.add("root");
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
        for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            InstanceNode item = root.add("item");
            for (int i = 0; i < header.size(); i++) {
                item.add(header.get(i).strip()).setText(i < row.size() ? row.get(i) : "");
            }
        }
        return document;
    }

    /** Rows of a comma-separated text by RFC 4180, blank lines left out. */
    private static List<List<String>> rows(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(text.charAt(++i));
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    if (row.size() > 1 || !row.get(0).isBlank()) {
                        rows.add(List.copyOf(row));
                    }
                    row.clear();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
