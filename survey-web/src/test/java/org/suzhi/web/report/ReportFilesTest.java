package org.suzhi.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.suzhi.web.fieldwork.Outcome;
import org.suzhi.web.fieldwork.StatutoryLabels;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.page.MadeUpParts;
import org.suzhi.web.publication.page.MadeUpSeries;
import org.suzhi.web.publication.page.Texts;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class ReportFilesTest {
    private static final Path OUT = Path.of("target", "reports");

    @Test
    void noLineBreaksWithinANumber() {
        String text = "有：农民（−12.11）。变化为+1.07个百分点，12.87%–29.71%；n=2,024人";
        PdfReport.LineBreaker breaker = new PdfReport.LineBreaker();
        breaker.setText(text);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end = breaker.next(); end >= 0; end = breaker.next()) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces)
                .contains("变")
                .anyMatch(piece -> piece.contains("−12.11"))
                .anyMatch(piece -> piece.contains("+1.07"))
                .anyMatch(piece -> piece.contains("29.71%"))
                .anyMatch(piece -> piece.contains("2,024"));
    }

    @ParameterizedTest
    @CsvSource({
        "CIRCULAR, '', zh-CN, 5",
        "CIRCULAR, '', en, 5",
        "EVALUATION, '', zh-CN, 5",
        "EVALUATION, '', en, 1",
        "CIRCULAR, town:t03, zh-CN, 5",
        "CIRCULAR, town:t13, en, 5",
        "CIRCULAR, unit:science, zh-CN, 5",
        "CIRCULAR, unit:science, en, 5"
    })
    void allThreeFilesHaveTheSameNumbers(ReportRequest.Kind kind, String on, String language, int waves)
            throws IOException {
        Report report = report(MadeUpSeries.waves(waves, "likely_met", 0.666), kind, on, language);
        String text = OnPaper.check(OUT, kind + on.replace(':', '-') + "-" + language, report);
        assertThat(text.replaceAll("\\R", "")).contains(language.equals("en") ? "scientifically literate" : "公民具备科学素质");
    }

    private static Report report(PublishedSeries series, ReportRequest.Kind kind, String on, String language) {
        Texts texts = texts(language, MadeUpSeries.publishing(series));
        return report(series, texts, kind, 2025, Subject.of(on).orElseThrow());
    }

    static Texts texts(String language, Publications publications) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "reports", "division", "contributions");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Texts(messages, Locale.forLanguageTag(language), publications);
    }

    static Report report(PublishedSeries series, Texts texts, ReportRequest.Kind kind, int year, Subject subject) {
        boolean english = texts.language().equals("en");
        Letterhead letterhead = new Letterhead(
                english ? "Office for Science Literacy, Lianping" : "连平县全民科学素质工作领导小组办公室",
                english ? "No. 7 (2025)" : "连科素办〔2025〕7号",
                english ? "all towns and responsible units" : "各镇人民政府、各责任单位",
                LocalDate.of(2025, 12, 8));
        Wave wave = new Wave(
                5, 1, year, 1, LocalDate.of(year, 6, 1), LocalDate.of(year, 7, 31), StatutoryLabels.NONE, 0.015);
        return ReportWriter.compose(
                series,
                MadeUpParts.of(series),
                texts,
                new ReportRequest(kind, year, subject, texts.locale(), letterhead),
                wave,
                Map.of(Outcome.Kind.INTERVIEW, 2024, Outcome.Kind.REFUSAL, 311),
                MadeUpPlan.reading(series, texts.messages(), texts.locale()));
    }

    static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(resolver);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("reports");
        messages.setDefaultEncoding("UTF-8");
        templates.setTemplateEngineMessageSource(messages);
        return templates;
    }

    static String words(Report report) {
        StringBuilder words = new StringBuilder();
        for (Report.Section section : report.sections()) {
            for (Report.Block block : section.blocks()) {
                if (block instanceof Report.Paragraph paragraph) {
                    words.append(paragraph.text()).append('\n');
                } else if (block instanceof Report.Grid grid) {
                    words.append(grid.note()).append('\n');
                    grid.table()
                            .rows()
                            .forEach(row -> words.append(String.join("\n", row)).append('\n'));
                    List.of(grid.table().head()).forEach(words::append);
                }
            }
        }
        return words.toString();
    }
}
