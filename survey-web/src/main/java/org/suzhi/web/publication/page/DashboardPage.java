package org.suzhi.web.publication.page;

import java.util.List;
import java.util.Optional;

/**
 * What the dashboard shows, in the reader's language.
 *
 * @param responseCount responses used in the newest wave
 * @param verdictCode names the colour of the verdict
 * @param sections one a topic
 * @param method label and text of each line of the method box
 */
record DashboardPage(
        String survey,
        boolean synthetic,
        String eyebrow,
        int responseCount,
        String verdictCode,
        String verdictLabel,
        String verdictSentence,
        String verdictGround,
        String rate,
        String interval,
        List<Fact> facts,
        List<Section> sections,
        String weighting,
        List<Fact> method) {
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
     */
    record Drawing(String wide, String narrow, Table table) {}
}
