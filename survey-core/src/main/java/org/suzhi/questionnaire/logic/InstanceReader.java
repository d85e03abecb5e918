package org.suzhi.questionnaire.logic;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads instance XML that a stranger sent: no DTD, no entities but the built-in ones, nothing beyond the limits. */
public final class InstanceReader {
    private final XmlLimits limits;
    private int nodes;

    private InstanceReader(XmlLimits limits) {
        this.limits = limits;
    }

    public static InstanceNode read(String xml, XmlLimits limits) throws MalformedXml {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            return new InstanceReader(limits).document(reader);
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            throw new MalformedXml(
                    MalformedXml.Reason.SYNTAX,
                    at == null ? "" : "line " + at.getLineNumber() + ", column " + at.getColumnNumber());
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }

    private InstanceNode document(XMLStreamReader reader) throws XMLStreamException, MalformedXml {
        InstanceNode document = InstanceNode.document();
        InstanceNode at = document;
        int depth = 0;
        var text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    at = at.add(reader.getLocalName());
                    readAttributes(reader, at);
                    if (++depth > limits.depth()) {
                        throw new MalformedXml(MalformedXml.Reason.TOO_DEEP, "> " + limits.depth());
                    }
                    if (++nodes > limits.nodes()) {
                        throw new MalformedXml(MalformedXml.Reason.TOO_MANY_NODES, "> " + limits.nodes());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (at.childCount() == 0) {
                        at.setText(text.toString());
                    }
                    text.setLength(0);
                    depth--;
                    InstanceNode parent = at.parent();
                    at = parent == null ? document : parent;
                }
                case XMLStreamConstants.DTD -> throw new MalformedXml(MalformedXml.Reason.DOCTYPE, "<!DOCTYPE");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedXml(MalformedXml.Reason.DOCTYPE, "&" + reader.getLocalName() + ";");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return document;
    }

    private static void readAttributes(XMLStreamReader reader, InstanceNode node) {
        int count = reader.getAttributeCount();
        if (count > 0) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            node.setAttributes(attributes);
        }
    }
}
