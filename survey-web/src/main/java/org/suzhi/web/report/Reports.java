package org.suzhi.web.report;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Service;

/** Reports as files. */
@Service
public class Reports {
    private final ReportWriter writer;
    private final HtmlReport html;
    private final PdfReport pdf;
    private final WordReport word;

    Reports(ReportWriter writer, HtmlReport html, PdfReport pdf, WordReport word) {
        this.writer = writer;
        this.html = html;
        this.pdf = pdf;
        this.word = word;
    }

    /**
     * Writes a report.
     *
     * @throws ReportRefused when nothing is published of the year, or there is no such town
     */
    public byte[] write(ReportRequest request, ReportFormat format) {
        Report report = writer.write(request);
        return switch (format) {
            case DOCX -> word.write(report);
            case PDF -> pdf.write(report);
            case HTML -> html.write(report).getBytes(StandardCharsets.UTF_8);
        };
    }
}
