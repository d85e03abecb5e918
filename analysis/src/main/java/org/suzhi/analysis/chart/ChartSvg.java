package org.suzhi.analysis.chart;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A chart as SVG. The same chart always gives the same text. */
public final class ChartSvg {
    private static final String SVG = "http://www.w3.org/2000/svg";

    /** The theme's colours as they are drawn, and as a page may change them. */
    private static final Map<String, String> COLOURS = Theme.NAMES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    colour -> colour.getKey().equals(Color.WHITE) ? "white" : rgb(colour.getKey()),
                    colour -> "var(--chart-" + colour.getValue() + "," + rgb(colour.getKey()) + ")"));

    private ChartSvg() {}

    private static String rgb(Color colour) {
        return "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    }

    /**
     * For a page: no title, text stays text in the page's own font, scales to the room it is given. Colours are the page's
     * {@code --chart-NAME} where it has them.
     *
     * @param width in CSS pixels at which text has its true size
     * @param id letters and digits, unique within the page
     */
    public static String inline(Chart chart, int width, String id) {
        Sheet sheet = new Sheet(chart, width, false);
        return render(sheet, id, false);
    }

    /** For a file: with title; letters are outlines, so that it looks the same where no Chinese font is installed. */
    public static String standalone(Chart chart, int width) {
        Sheet sheet = new Sheet(chart, width, true);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + render(sheet, "chart", true);
    }

    private static String render(Sheet sheet, String id, boolean outlines) {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(2);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return id + "-" + super.generateID(prefix);
            }
        });
        SVGGraphics2D g = new SVGGraphics2D(context, outlines);
        List<Tip> tips = Tip.keptBy(g);
        sheet.draw(g);
        Element root = g.getRoot();
        describe(root, sheet, id);
        tips.forEach(tip -> root.appendChild(tip(root, tip)));
        fixWidths(root);
        if (!outlines) {
            nameColours(root);
        }
        StringWriter text = new StringWriter();
        try {
            g.stream(root, text, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String svg = text.toString();
        return svg.substring(svg.indexOf("<svg"));
    }

    private static void describe(Element root, Sheet sheet, String id) {
        root.setAttribute("viewBox", "0 0 " + sheet.width() + " " + sheet.height());
        if (sheet.headed()) {
            root.setAttribute("width", Integer.toString(sheet.width()));
            root.setAttribute("height", Integer.toString(sheet.height()));
        } else {
            root.removeAttribute("width");
            root.removeAttribute("height");
        }
        NodeList definitions = root.getElementsByTagName("defs");
        for (int i = 0; i < definitions.getLength(); i++) {
            ((Element) definitions.item(i)).removeAttribute("id");
        }
        root.setAttribute("font-family", "sans-serif");
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", id + "-title " + id + "-desc");
        ChartText text = sheet.chart().text();
        root.insertBefore(element(root, "desc", id + "-desc", text.description()), root.getFirstChild());
        root.insertBefore(element(root, "title", id + "-title", text.title()), root.getFirstChild());
    }

    /** Tells every text the width it was laid out with, so that another font cannot push it over its neighbours. */
    private static void fixWidths(Element root) {
        NodeList texts = root.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            float size = Float.parseFloat(inherited(text, "font-size").replace("px", ""));
            Font font = inherited(text, "font-weight").equals("bold") ? Theme.bold(size) : Theme.regular(size);
            double width = new Label(text.getTextContent(), font, Theme.INK).width();
            text.setAttribute("textLength", String.format(Locale.ROOT, "%.2f", width));
            text.setAttribute("lengthAdjust", "spacingAndGlyphs");
        }
    }

    private static void nameColours(Element root) {
        nameColour(root);
        NodeList elements = root.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            nameColour((Element) elements.item(i));
        }
    }

    private static void nameColour(Element element) {
        for (String attribute : List.of("fill", "stroke")) {
            String name = COLOURS.get(element.getAttribute(attribute));
            if (name != null) {
                element.setAttribute(attribute, name);
            }
        }
    }

    /** The nearest value of an attribute; the root has them all. */
    private static String inherited(Element element, String attribute) {
        Element at = element;
        while (!at.hasAttribute(attribute)) {
            at = (Element) at.getParentNode();
        }
        return at.getAttribute(attribute);
    }

    /** A place that is not seen, but shows its words when it is pointed at. */
    private static Element tip(Element root, Tip tip) {
        Element place = root.getOwnerDocument().createElementNS(SVG, "rect");
        place.setAttribute("x", number(tip.place().getX()));
        place.setAttribute("y", number(tip.place().getY()));
        place.setAttribute("width", number(tip.place().getWidth()));
        place.setAttribute("height", number(tip.place().getHeight()));
        place.setAttribute("fill", "none");
        place.setAttribute("stroke", "none");
        place.setAttribute("pointer-events", "all");
        Element words = root.getOwnerDocument().createElementNS(SVG, "title");
        words.setTextContent(tip.text());
        place.appendChild(words);
        return place;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static Element element(Element root, String name, String id, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.setAttribute("id", id);
        element.setTextContent(text);
        return element;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
