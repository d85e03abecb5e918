package org.suzhi.web.publication.page;

import java.util.List;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/**
 * What the dashboard shows, in the reader's language.
 *
 * @param responseCount responses used in the newest wave
 * @param headline what is seen first
 * @param sections one a topic
 * @param method label and text of each line of the method box
 * @param waves the waves that can be shown
 * @param groups the whole population, then the groups that can be shown
 */
record DashboardPage(
        String survey,
        boolean synthetic,
        String eyebrow,
        int responseCount,
        Headline headline,
        List<Fact> facts,
        List<Section> sections,
        String weighting,
        List<Fact> method,
        List<Choice> waves,
        List<Choice> groups) {
    /**
     * The rate, and where it stands.
     *
     * @param code names the colour of the label
     * @param ground what the sentence rests on; "" for nothing
     */
    record Headline(String code, String label, String sentence, String ground, String rate, String interval) {}

    /** One of what a reader can choose. */
    record Choice(String value, String label, boolean chosen) {}

    /**
     * A chart with its words and its table.
     *
     * @param sentences what else there is to say, one a line
     * @param chart empty where the numbers allow none
     */
    record Section(
            String slug, String title, String lead, String reading, List<String> sentences, Optional<Drawing> chart) {}

    /**
     * A chart drawn for the page, and its table.
     *
     * @param wide inline SVG for a desk
     * @param narrow inline SVG for a phone
     * @param sheets inline SVG of its pieces for paper, where it is too long for a page; else none
     * @param body the table's rows as HTML, which takes a template engine long
     */
    record Drawing(String wide, String narrow, List<String> sheets, Table table, String body) {
        static Drawing of(String wide, String narrow, List<String> sheets, Table table) {
            StringBuilder body = new StringBuilder();
            for (List<String> row : table.rows()) {
                body.append("<tr><th scope=\"row\">")
                        .append(HtmlUtils.htmlEscape(row.get(0), "UTF-8"))
                        .append("</th>");
                row.stream()
                        .skip(1)
                        .forEach(cell -> body.append("<td>")
                                .append(HtmlUtils.htmlEscape(cell, "UTF-8"))
                                .append("</td>"));
                body.append("</tr>\n");
            }
            return new Drawing(wide, narrow, sheets, table, body.toString());
        }
    }
}
