package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/**
 * Published figures as SDMX-CSV 2.0.0: one observation a line. A breakdown is a dimension of its own with {@code _T} for its
 * total; numbers are unrounded proportions (unit PT01) or points (PT).
 *
 * @param breakdowns names of the dimensions that figures are broken down by, such as "town"
 * @see <a href="https://github.com/sdmx-twg/sdmx-csv">SDMX-CSV field guide, SDMX Technical Working Group</a>
 */
record SdmxCsv(List<String> breakdowns) {
    private static final String TOTAL = "_T";
    /** What a code of SDMX may not hold. */
    private static final Pattern NO_CODE = Pattern.compile("[^A-Za-z0-9_@$-]");

    private static final String GROUP = "group";

    /** Observations of all waves of a series. */
    String of(PublishedSeries series) {
        Csv csv = Csv.forPrograms();
        csv.line(head());
        for (PublishedWave wave : series.waves()) {
            csv.line(line(series, wave, wave.overall(), series.target().indicator(), "PT01"));
            csv.line(line(series, wave, wave.meanScore(), "mean_score", "PT"));
            wave.figures().stream()
                    .filter(figure -> all().contains(figure.dimension()))
                    .forEach(figure ->
                            csv.line(line(series, wave, figure, series.target().indicator(), "PT01")));
            wave.measures()
                    .forEach(figure ->
                            csv.line(line(series, wave, figure, figure.dimension() + "_" + figure.level(), "PT01")));
        }
        return csv.text();
    }

    /** Names of dimensions as figures have them, in the order of the columns. */
    private List<String> all() {
        List<String> all = new ArrayList<>(breakdowns);
        all.add(0, GROUP);
        return all;
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA", "INDICATOR"));
        all().forEach(dimension -> head.add(column(dimension)));
        head.addAll(List.of(
                "TIME_PERIOD",
                "OBS_VALUE",
                "OBS_STATUS",
                "UNIT_MEASURE",
                "STD_ERR",
                "CI_LOWER",
                "CI_UPPER",
                "DF",
                "DEFF",
                "N_OBS",
                "PUBLICATION",
                "SYNTHETIC"));
        return head;
    }

    private static String column(String dimension) {
        return dimension.equals(GROUP) ? "PRIORITY_GROUP" : dimension.toUpperCase(Locale.ROOT);
    }

    private List<String> line(
            PublishedSeries series, PublishedWave wave, Figure figure, String indicator, String unit) {
        List<String> cells = new ArrayList<>(List.of(
                "dataflow",
                "SUZHI:DF_SCIENCE_LITERACY(1.0.0)",
                "I",
                series.survey().code(),
                NO_CODE.matcher(indicator).replaceAll("_").toUpperCase(Locale.ROOT)));
        for (String dimension : all()) {
            cells.add(figure.dimension().equals(dimension) ? figure.level() : TOTAL);
        }
        cells.add(Integer.toString(wave.year()));
        cells.add(number(figure, figure.estimate()));
        cells.add(status(wave, figure));
        cells.add(unit);
        cells.add(number(figure, figure.se()));
        cells.add(number(figure, figure.lower()));
        cells.add(number(figure, figure.upper()));
        cells.add(number(figure, figure.df()));
        cells.add(number(figure, figure.deff()));
        cells.add(figure.publishable() ? Integer.toString(figure.n()) : "");
        cells.add(wave.publication() == null ? "" : wave.publication().toString());
        cells.add(series.synthetic() ? "Y" : "N");
        return cells;
    }

    /** Of the code list CL_OBS_STATUS 2.2: suppressed, provisional, normal. */
    private static String status(PublishedWave wave, Figure figure) {
        if (!figure.publishable()) {
            return "Q";
        }
        return wave.isProvisional() ? "P" : "A";
    }

    private static String number(Figure figure, double value) {
        return figure.publishable() && Double.isFinite(value) ? Double.toString(value) : "";
    }
}
