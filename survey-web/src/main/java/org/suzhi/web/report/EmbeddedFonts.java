package org.suzhi.web.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Puts the letters that a Word file uses into it, so that Chinese is read where no Chinese font is installed. Source of the
 * form: ECMA-376 Part 1, 17.8 Fonts, with 17.8.1 Font Embedding.
 */
final class EmbeddedFonts {
    private static final String FAMILY = "Noto Sans SC";
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String FONT_RELATION = R + "/font";
    private static final String FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont";

    private EmbeddedFonts() {}

    /** Embeds both weights into a document whose template has a table of fonts that names the family. */
    static void embed(XWPFDocument document, String letters) throws IOException {
        try {
            OPCPackage file = document.getPackage();
            PackagePart table = file.getPart(PackagingURIHelper.createPartName("/word/fontTable.xml"));
            if (table == null) {
                return;
            }
            Document fonts = read(table);
            List<Element> stoodInFor = stoodInFor(fonts);
            if (!stoodInFor.isEmpty()) {
                add(file, table, stoodInFor, "embedRegular", ReportFonts.REGULAR, letters);
                add(file, table, stoodInFor, "embedBold", ReportFonts.BOLD, letters);
                write(fonts, table);
            }
        } catch (InvalidFormatException | ParserConfigurationException | SAXException | TransformerException e) {
            throw new IOException("fonts of the Word file: " + e.getMessage(), e);
        }
    }

    /** The family itself, and the fonts that it stands in for where they are not installed. */
    private static List<Element> stoodInFor(Document fonts) {
        NodeList all = fonts.getElementsByTagNameNS(W, "font");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element font = (Element) all.item(i);
            Element other = (Element) font.getElementsByTagNameNS(W, "altName").item(0);
            if (font.getAttributeNS(W, "name").equals(FAMILY)
                    || (other != null && other.getAttributeNS(W, "val").equals(FAMILY))) {
                elements.add(font);
            }
        }
        return elements;
    }

    private static void add(
            OPCPackage file, PackagePart table, List<Element> fonts, String weight, String font, String letters)
            throws IOException, InvalidFormatException {
        UUID key = UUID.nameUUIDFromBytes(font.getBytes(StandardCharsets.UTF_8));
        PackagePart part =
                file.createPart(PackagingURIHelper.createPartName("/word/fonts/" + weight + ".odttf"), FONT_TYPE);
        try (OutputStream out = part.getOutputStream()) {
            out.write(obfuscated(ReportFonts.subset(font, letters), key));
        }
        String id = table.addRelationship(part.getPartName(), TargetMode.INTERNAL, FONT_RELATION)
                .getId();
        for (Element element : fonts) {
            Element embed = element.getOwnerDocument().createElementNS(W, "w:" + weight);
            embed.setAttributeNS(R, "r:id", id);
            embed.setAttributeNS(W, "w:fontKey", "{" + key.toString().toUpperCase(Locale.ROOT) + "}");
            embed.setAttributeNS(W, "w:subsetted", "true");
            element.appendChild(embed);
        }
    }

    /** The first 32 bytes are combined with the key, its bytes from the last to the first. */
    private static byte[] obfuscated(byte[] font, UUID key) {
        byte[] bytes = HexFormat.of().parseHex(key.toString().replace("-", ""));
        byte[] out = font.clone();
        for (int i = 0; i < 32; i++) {
            out[i] ^= bytes[15 - i % 16];
        }
        return out;
    }

    private static Document read(PackagePart part) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (InputStream in = part.getInputStream()) {
            return factory.newDocumentBuilder().parse(in);
        }
    }

    private static void write(Document document, PackagePart part) throws IOException, TransformerException {
        part.clear();
        try (OutputStream out = part.getOutputStream()) {
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        }
    }
}
