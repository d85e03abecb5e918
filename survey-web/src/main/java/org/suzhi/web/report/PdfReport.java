package org.suzhi.web.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
}
