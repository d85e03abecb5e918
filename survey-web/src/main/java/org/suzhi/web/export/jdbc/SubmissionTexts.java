package org.suzhi.web.export.jdbc;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a submission by path: clients leave out the items that were not relevant, and send others empty. */
final class SubmissionTexts {
    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private SubmissionTexts() {}

    static Map<String, List<String>> of(String xml) {
        Map<String, List<String>> texts = new HashMap<>();
        StringBuilder path = new StringBuilder();
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.append('/').append(reader.getLocalName());
                        text.setLength(0);
                        leaf = true;
                    }
                    case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (leaf) {
                            texts.computeIfAbsent(path.toString(), p -> new ArrayList<>(1))
                                    .add(text.toString());
                        }
                        leaf = false;
                        path.setLength(path.lastIndexOf("/"));
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a stored submission cannot be read", e);
        }
        return texts;
    }
}
