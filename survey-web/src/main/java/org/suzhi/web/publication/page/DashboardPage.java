package org.suzhi.web.publication.page;

import java.util.List;
import java.util.Optional;

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
     */
    record Drawing(String wide, String narrow, Table table) {}
}
