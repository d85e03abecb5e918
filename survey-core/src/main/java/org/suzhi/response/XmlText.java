package org.suzhi.response;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of an XML document by its byte order mark or its declaration. */
final class XmlText {
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.-]+)[\"']");

    private XmlText() {}

    static String decode(byte[] xml) {
        if (starts(xml, 0xFE, 0xFF) || starts(xml, 0xFF, 0xFE)) {
            return new String(xml, StandardCharsets.UTF_16);
        }
        String head = new String(xml, 0, Math.min(xml.length, 200), StandardCharsets.ISO_8859_1);
        int start = starts(xml, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        Matcher declared = ENCODING.matcher(head.substring(Math.min(start, head.length())));
        Charset charset = declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8;
        return new String(xml, start, xml.length - start, charset);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean starts(byte[] xml, int... bytes) {
        if (xml.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((xml[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
