package org.suzhi.web.export.table;

import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What an export asks of a form's binds and body beyond its items. */
final class FormDetails {
    private static final Set<String> USER_PROPERTIES = Set.of("username", "email", "phonenumber", "simserial");
    private final Set<String> repeats = new HashSet<>();
    private final Set<String> users = new HashSet<>();
    private final Set<String> readOnly = new HashSet<>();
    private final Map<String, String> calculations = new HashMap<>();
    private @Nullable String start;
    private @Nullable String end;

    private FormDetails() {}

    static FormDetails of(String xform) {
        FormDetails details = new FormDetails();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(xform));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    details.read(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a published form cannot be read", e);
        }
        return details;
    }

    private void read(XMLStreamReader xml) {
        String nodeset = xml.getAttributeValue(null, "nodeset");
        if (nodeset == null) {
            return;
        }
        if (xml.getLocalName().equals("repeat")) {
            repeats.add(nodeset);
        } else if (xml.getLocalName().equals("bind")) {
            bind(xml, nodeset);
        }
    }

    private void bind(XMLStreamReader xml, String path) {
        String calculation = xml.getAttributeValue(null, "calculate");
        String preload = "";
        String parameter = "";
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "preload" -> preload = xml.getAttributeValue(i);
                case "preloadParams" -> parameter = xml.getAttributeValue(i);
                default -> {}
            }
        }
        if (calculation != null) {
            calculations.put(path, calculation);
        } else if ("true()".equals(xml.getAttributeValue(null, "readonly"))) {
            readOnly.add(path);
        }
        if (preload.equals("property") && USER_PROPERTIES.contains(parameter)) {
            users.add(path);
        } else if (preload.equals("timestamp") && parameter.equals("start")) {
            start = path;
        } else if (preload.equals("timestamp") && parameter.equals("end")) {
            end = path;
        }
    }

    boolean isRepeated(String path) {
        return repeats.stream().anyMatch(repeat -> path.startsWith(repeat + "/"));
    }

    /** Whether the item holds the name, address or number of the user of a device. */
    boolean isUser(String path) {
        return users.contains(path);
    }

    /** Whether the item only shows something. */
    boolean isNote(String path) {
        return readOnly.contains(path);
    }

    /** The item that holds when the interview began. */
    Optional<String> start() {
        return Optional.ofNullable(start);
    }

    Optional<String> end() {
        return Optional.ofNullable(end);
    }

    /** Adds the calculated items that show one of these, as a concatenation does, or show one that does. */
    Set<String> withThoseThatShow(Set<String> paths) {
        Set<String> all = new HashSet<>(paths);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var entry : calculations.entrySet()) {
                if (all.stream().anyMatch(path -> names(entry.getValue(), path))) {
                    grown |= all.add(entry.getKey());
                }
            }
        }
        return all;
    }

    private static boolean names(String expression, String path) {
        String name = Pattern.quote(path.substring(path.lastIndexOf('/') + 1));
        return Pattern.compile("(?<![\\p{L}\\p{N}._-])" + name + "(?![\\p{L}\\p{N}._-])")
                .matcher(expression)
                .find();
    }
}
