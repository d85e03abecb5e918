package org.suzhi.web.export.format;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.suzhi.web.export.table.Label;

/** Elements of a DDI document, one after another. */
final class DdiXml {
    private static final String NAMESPACE = "ddi:codebook:2_5";
    private final XMLStreamWriter xml;

    DdiXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void startDocument() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        start("codeBook", "version", "2.5");
        xml.writeDefaultNamespace(NAMESPACE);
    }

    void endDocument() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }

    /** @param attributes names and values by turns */
    DdiXml start(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    DdiXml end() throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    void element(String name, String text, String... attributes) throws XMLStreamException {
        start(name, attributes);
        xml.writeCharacters(text);
        end();
    }

    /** The same element in Chinese and in English. */
    void both(String name, Label text) throws XMLStreamException {
        element(name, text.zh(), "xml:lang", "zh-CN");
        element(name, text.en(), "xml:lang", "en");
    }
}
