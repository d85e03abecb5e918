package org.suzhi.web.quality;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Makes of a submission the submission that corrects one of its answers, as a client would send it. */
final class Correction {
    private Correction() {}

    /**
     * The corrected submission.
     *
     * @param instanceId of the revision that is corrected
     * @param path of the item, such as {@code /data/person/age}
     * @return empty when the submission has no such item, or several
     */
    static Optional<byte[]> of(String xml, String instanceId, String path, String value) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            Element item = find(document.getDocumentElement(), path.split("/", -1), 2);
            if (item == null) {
                return Optional.empty();
            }
            item.setTextContent(value);
            identify(document.getDocumentElement(), instanceId);
            return Optional.of(write(document).getBytes(StandardCharsets.UTF_8));
        } catch (javax.xml.parsers.ParserConfigurationException
                | org.xml.sax.SAXException
                | java.io.IOException
                | javax.xml.transform.TransformerException e) {
            throw new IllegalStateException("a stored submission cannot be edited", e);
        }
    }

    private static @Nullable Element find(Element parent, String[] names, int at) {
        if (at == names.length) {
            return parent;
        }
        Element found = null;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && names[at].equals(element.getLocalName())) {
                if (found != null) {
                    return null;
                }
                found = element;
            }
        }
        return found == null ? null : find(found, names, at + 1);
    }

    private static void identify(Element root, String old) {
        Element instance = one(root, "instanceID");
        instance.setTextContent("uuid:" + UUID.randomUUID());
        Element meta = (Element) instance.getParentNode();
        Element deprecated = one(root, "deprecatedID");
        if (deprecated == instance) {
            deprecated = (Element) instance.cloneNode(false);
            root.getOwnerDocument().renameNode(deprecated, instance.getNamespaceURI(), prefixed(instance));
            meta.appendChild(deprecated);
            deprecated = (Element) meta.getLastChild();
        }
        deprecated.setTextContent(old);
    }

    private static String prefixed(Element like) {
        return like.getPrefix() == null ? "deprecatedID" : like.getPrefix() + ":deprecatedID";
    }

    /** The element of that name, or else the instanceID. */
    private static Element one(Element root, String name) {
        var found = root.getElementsByTagNameNS("*", name);
        if (found.getLength() > 0) {
            return (Element) found.item(0);
        }
        return (Element) root.getElementsByTagNameNS("*", "instanceID").item(0);
    }

    private static String write(Document document) throws javax.xml.transform.TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }
}
