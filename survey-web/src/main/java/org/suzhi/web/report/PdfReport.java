package org.suzhi.web.report;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A report as PDF: the HTML file set on A4, with the letters it uses embedded and charts as vectors. */
@Component
class PdfReport {
    private static final String FAMILY = "Noto Sans SC";
    private final HtmlReport html;

    PdfReport(HtmlReport html) {
        this.html = html;
        XRLog.setLoggingEnabled(false);
    }

    byte[] write(Report report) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        String page = html.write(report);
        font(builder, ReportFonts.REGULAR, 400, page);
        font(builder, ReportFonts.BOLD, 700, page);
        builder.withProducer("Suzhi");
        builder.useUnicodeLineBreaker(new LineBreaker());
        builder.withHtmlContent(page, null);
        builder.toStream(pdf);
        try (BatikSVGDrawer svg = new BatikSVGDrawer()) {
            builder.useSVGDrawer(svg);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /**
     * Only the letters that are used: the whole font draws some characters and old radicals alike, and text copied out of
     * the PDF would have the radicals.
     */
    private static void font(PdfRendererBuilder builder, String file, int weight, String letters) {
        byte[] subset = ReportFonts.subset(file, letters);
        builder.useFont(() -> new ByteArrayInputStream(subset), FAMILY, weight, FontStyle.NORMAL, false);
    }

    /**
     * Breaks lines where the language lets it, but in no number: the renderer's own breaker takes numbers for addresses, and
     * that of the JDK ends one at the point where a sign stands before it.
     */
    static final class LineBreaker implements FSTextBreaker {
        private static final Pattern WITHIN = Pattern.compile("(?<=\\d[.,])(?=\\d)|(?<=[+−])(?=\\d)");
        private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        private String text = "";

        @Override
        public int next() {
            int at = breaks.next();
            Matcher within = WITHIN.matcher(text).useTransparentBounds(true);
            while (at > 0
                    && at < text.length()
                    && within.region(at, text.length()).lookingAt()) {
                at = breaks.next();
            }
            return at;
        }

        @Override
        public void setText(String text) {
            this.text = text;
            breaks.setText(text);
        }
    }
}
