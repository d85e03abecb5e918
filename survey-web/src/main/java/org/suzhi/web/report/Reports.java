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
    private final ReportTemplates templates;

    Reports(ReportWriter writer, HtmlReport html, PdfReport pdf, WordReport word, ReportTemplates templates) {
        this.writer = writer;
        this.html = html;
        this.pdf = pdf;
        this.word = word;
        this.templates = templates;
    }

    /**
     * Writes a report.
     *
     * @throws ReportRefused when nothing is published of the year, or there is no such town
     */
    public byte[] write(ReportRequest request, ReportFormat format) {
        Report report = writer.write(request);
        return switch (format) {
            case DOCX -> word.write(report, templates.content(report.language()));
            case PDF -> pdf.write(report);
            case HTML -> html.write(report).getBytes(StandardCharsets.UTF_8);
        };
    }
}
