package org.suzhi.questionnaire.logic;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of an XML document by its byte order mark or its declaration, every byte of them valid. */
public final class XmlText {
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.-]+)[\"']");
    private static final int HEAD = 200;

    private XmlText() {}

    /**
     * Decodes a document.
     *
     * @throws MalformedXml if it is too large, or not in the encoding it says
     */
    public static String decode(byte[] xml, XmlLimits limits) throws MalformedXml {
        if (xml.length > limits.bytes()) {
            throw new MalformedXml(MalformedXml.Reason.TOO_LARGE, xml.length + " > " + limits.bytes() + " bytes");
        }
        try {
            if (starts(xml, 0xFE, 0xFF) || starts(xml, 0xFF, 0xFE)) {
                return decode(xml, 0, StandardCharsets.UTF_16);
            }
            int start = starts(xml, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            String head = new String(xml, start, Math.min(xml.length - start, HEAD), StandardCharsets.ISO_8859_1);
            Matcher declared = ENCODING.matcher(head);
            return decode(xml, start, declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8);
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedXml(MalformedXml.Reason.ENCODING, String.valueOf(e.getMessage()));
        }
    }

    private static String decode(byte[] xml, int start, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(xml, start, xml.length - start))
                .toString();
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
