package org.suzhi.web.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.suzhi.analysis.chart.ChartSvg;
import org.suzhi.web.report.Report.Drawing;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** A report as one HTML file that needs nothing else. */
@Component
class HtmlReport {
    /** CSS pixels at which a chart fits the width of an A4 page. */
    static final int CHART_WIDTH = 700;
    /** CSS pixels that its own area may have at that width, the words around it still on the page. */
    static final int CHART_HEIGHT = 780;

    private static final int SHORT = 12;
    /** Half-width letters: a town's name of twenty characters keeps in one line. */
    private static final int LONG = 40;

    private final SpringTemplateEngine templates;

    HtmlReport(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    /** Well-formed XML as well, so that it can be set as PDF. */
    String write(Report report) {
        Locale locale = Locale.forLanguageTag(report.language());
        Context context = new Context(locale);
        context.setVariable("report", report);
        context.setVariable("kind", new Kinds());
        context.setVariable("css", resource("report.css"));
        context.setVariable("date", date(report, locale));
        return templates.process("report", context);
    }

    static String date(Report report, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(report.letterhead().date());
    }

    /** What the template asks of a block. */
    static final class Kinds {
        public boolean isParagraph(Report.Block block) {
            return block instanceof Paragraph;
        }

        public boolean isGrid(Report.Block block) {
            return block instanceof Grid;
        }

        public boolean isDrawing(Report.Block block) {
            return block instanceof Drawing;
        }

        /** Whether a table is kept on one page. */
        public boolean isShort(Grid grid) {
            return grid.table().rows().size() <= SHORT;
        }

        /** Whether what a row is called breaks its line, to leave room for the numbers. */
        public boolean isLong(String label) {
            return WordTables.width(label) > LONG;
        }

        /** The chart as SVG whose letters are outlines. */
        public String svg(Report.Block block) {
            String svg = ChartSvg.standalone(((Drawing) block).chart(), CHART_WIDTH);
            return svg.substring(svg.indexOf("<svg"));
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
