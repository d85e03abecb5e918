package org.suzhi.web.collection;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** The small XML documents of form discovery, written element by element. */
final class OpenRosaXml {
    static final MediaType TYPE = new MediaType("text", "xml", StandardCharsets.UTF_8);
    private final StringBuilder xml = new StringBuilder();

    OpenRosaXml open(String name) {
        xml.append('<').append(name).append('>');
        return this;
    }

    OpenRosaXml openRoot(String name, String namespace) {
        xml.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    OpenRosaXml element(String name, String text) {
        return open(name).text(text).close(name);
    }

    private OpenRosaXml text(String text) {
        xml.append(HtmlUtils.htmlEscapeDecimal(text, "UTF-8"));
        return this;
    }

    OpenRosaXml close(String name) {
        xml.append("</").append(name).append('>');
        return this;
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
