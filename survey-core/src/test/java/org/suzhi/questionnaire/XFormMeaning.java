package org.suzhi.questionnaire;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What an XForm means, one fact a line, so that two forms can be compared: the order of attributes, binds and texts
 * and the white space around expressions do not count; the order of instance nodes, items and controls does.
 */
final class XFormMeaning {
    private final List<String> facts = new ArrayList<>();

    private XFormMeaning() {}

    static List<String> of(String xform) {
        var meaning = new XFormMeaning();
        Element html = parse(xform);
        Element head = child(html, "h:head");
        Element model = child(head, "model");
        meaning.facts.add("title " + text(child(head, "h:title")));
        boolean primary = true;
        List<String> unordered = new ArrayList<>();
        for (Element part : children(model)) {
            switch (part.getNodeName()) {
                case "instance" -> {
                    meaning.tree(part, (primary ? "instance" : "instance " + attributes(part)) + " ");
                    primary = false;
                }
                case "itext" -> meaning.itext(part);
                default -> unordered.add(part.getNodeName() + " " + attributes(part));
            }
        }
        unordered.sort(Comparator.naturalOrder());
        meaning.facts.addAll(unordered);
        Element body = child(html, "h:body");
        meaning.facts.add("body " + attributes(body));
        meaning.tree(body, "body ");
        return meaning.facts;
    }

    private static Element parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(xml, e);
        }
    }

    private void tree(Element parent, String indent) {
        for (Element child : children(parent)) {
            boolean mixed = child.getNodeName().equals("label")
                    || child.getNodeName().equals("hint")
                    || children(child).isEmpty();
            facts.add(indent + child.getNodeName() + " " + attributes(child) + (mixed ? " " + text(child) : ""));
            if (!mixed) {
                tree(child, indent + ". ");
            }
        }
    }

    private void itext(Element itext) {
        var texts = new TreeMap<String, String>();
        for (Element translation : children(itext)) {
            facts.add("language " + attributes(translation));
            for (Element text : children(translation)) {
                String id = translation.getAttribute("lang") + " " + text.getAttribute("id");
                texts.put(id, "");
                for (Element value : children(text)) {
                    texts.put(id + " " + value.getAttribute("form"), text(value));
                }
            }
        }
        texts.forEach((id, text) -> facts.add("text " + id + " = " + text));
    }

    private static String attributes(Element element) {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), fold(attribute.getNodeValue()));
        }
        return attributes.toString();
    }

    private static String text(Element element) {
        var text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element output) {
                text.append(" <")
                        .append(output.getNodeName())
                        .append(attributes(output))
                        .append("> ");
            } else {
                text.append(node.getNodeValue());
            }
        }
        return fold(text.toString());
    }

    /** White space around operators and brackets does not change an expression, and at the ends not a text. */
    private static String fold(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll(" ?([=<>!()\\[\\],|+*]) ?", "$1");
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getNodeName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
