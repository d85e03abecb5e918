package org.suzhi.response;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.suzhi.questionnaire.FormProblem;
import org.suzhi.questionnaire.FormProblems;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reading an XForm's XML: what the compiler needs of DOM, without DTDs. */
final class XFormDocument {
    private static final ErrorHandler SILENT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private static final Pattern FILE = Pattern.compile("jr://(?:images|audio|video|file|file-csv)/(\\S.*)");

    private XFormDocument() {}

    static Element parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setCoalescing(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(SILENT);
            return builder.parse(new InputSource(new StringReader(xml.strip()))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new FormProblems(List.of(
                    FormProblem.inXForm("", String.valueOf(e.getMessage()).strip(), "xform.malformed")));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser that can forbid DTDs", e);
        }
    }

    static String name(Node node) {
        String local = node.getLocalName();
        return local == null ? node.getNodeName() : local;
    }

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> name(child).equals(name));
    }

    static @Nullable Element child(Element parent, String name) {
        return children(parent, name).findFirst().orElse(null);
    }

    /** An attribute by its local name, whatever its prefix, "" where there is none. */
    static String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (name(attributes.item(i)).equals(name)) {
                return attributes.item(i).getNodeValue();
            }
        }
        return "";
    }

    /** The names of the files that an XForm names by an address such as {@code jr://images/a.png}. */
    static Set<String> files(Element element) {
        var files = new LinkedHashSet<String>();
        collect(element, files);
        return files;
    }

    private static void collect(Element element, Set<String> files) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            add(element.getAttributes().item(i).getNodeValue(), files);
        }
        List<Element> children = children(element);
        if (children.isEmpty()) {
            add(element.getTextContent(), files);
        }
        children.forEach(child -> collect(child, files));
    }

    private static void add(String text, Set<String> files) {
        Matcher file = FILE.matcher(text.strip());
        if (file.matches()) {
            files.add(file.group(1));
        }
    }
}
