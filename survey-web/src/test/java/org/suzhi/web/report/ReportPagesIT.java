package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedWave;

class ReportPagesIT extends ServerFixture {
    @Autowired
    private Reports reports;

    @Autowired
    private Publications publications;

    private static ReportRequest request(int year, Subject subject) {
        return new ReportRequest(
                ReportRequest.Kind.CIRCULAR,
                year,
                subject,
                Locale.SIMPLIFIED_CHINESE,
                new Letterhead("", "", "", LocalDate.of(2025, 12, 8)));
    }

    @Test
    void aCircularHasThePublishedRateAndSaysThatItIsSynthetic() throws Exception {
        PublishedWave wave = publications.current().orElseThrow().waves().get(0);
        byte[] pdf = reports.write(request(wave.year(), Subject.WHOLE), ReportFormat.PDF);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains(Decimals.percent(wave.overall().estimate()))
                    .contains("\u5408\u6210\u6570\u636e");
        }
    }

    @Test
    void aYearThatIsNotPublishedAndAnUnknownTownAreRefused() {
        int year = publications.current().orElseThrow().waves().get(0).year();
        assertThat(refusal(request(1999, Subject.WHOLE))).isEqualTo("report.refused.year");
        assertThat(refusal(request(year, Subject.town("nowhere")))).isEqualTo("report.refused.town");
        assertThat(refusal(request(year, Subject.unit("nobody")))).isEqualTo("report.refused.unit");
    }

    private String refusal(ReportRequest request) {
        try {
            reports.write(request, ReportFormat.HTML);
            return "";
        } catch (ReportRefused refused) {
            return refused.key();
        }
    }
}
