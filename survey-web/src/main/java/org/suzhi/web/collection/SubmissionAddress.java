package org.suzhi.web.collection;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** The form and version that a submission says it answers: the attributes of its root element. */
record SubmissionAddress(String formId, String version) {
    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static SubmissionAddress read(byte[] xml) {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    return new SubmissionAddress(attribute(reader, "id"), attribute(reader, "version"));
                }
            }
            throw Problem.of(ProblemCode.MALFORMED_SUBMISSION, "XML");
        } catch (XMLStreamException e) {
            throw Problem.of(ProblemCode.MALFORMED_SUBMISSION, "XML");
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "");
    }
}
