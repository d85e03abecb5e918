package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.PartsOfWaves;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.VerdictSentence;
import org.suzhi.web.publication.page.Leads;
import org.suzhi.web.publication.page.SeriesCharts;
import org.suzhi.web.publication.page.SeriesReading;
import org.suzhi.web.publication.page.SeriesTables;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.publication.page.Topic;
import org.suzhi.web.publication.page.VerdictWords;
import org.suzhi.web.report.Report.Block;
import org.suzhi.web.report.Report.Drawing;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;
import org.suzhi.web.report.Report.Section;

/** What a report on the whole survey says. */
record Sections(SeriesReading reading, PartsOfWaves parts, Texts texts) {
    private static final List<Topic> MEASURES = List.of(Topic.LEVELS, Topic.PARTS, Topic.ITEMS, Topic.CHOICES);

    /** The results of the newest wave, its change since the wave before taken apart. */
    List<Section> circular() {
        return since(reading.previous());
    }

    /** The results of all waves, the change since the first taken apart. */
    List<Section> evaluation() {
        List<Section> sections = since(reading.first());
        sections.add(1, new Section(texts.of("report.section.change"), change()));
        return sections;
    }

    private List<Section> since(PublishedWave earlier) {
        List<Section> sections = new ArrayList<>();
        sections.add(overall());
        sections.add(new Section(
                texts.of("topic.outlook.title"),
                List.of(
                        new Paragraph(String.join(texts.of("sentence.separator"), new Leads(reading, texts).outlook())),
                        new Paragraph(texts.of("outlook.reading")))));
        Contributions.of(reading.oneWave() ? Optional.empty() : Optional.of(earlier), reading.newest(), parts)
                .map(c -> new ContributionSection(c, reading.series(), texts).blocks())
                .filter(blocks -> !blocks.isEmpty())
                .ifPresent(blocks -> sections.add(new Section(texts.of("contributions.title"), blocks)));
        for (Topic topic : Topic.DOMAINS) {
            if (reading.has(topic)) {
                sections.add(new Section(texts.of("topic." + topic.slug() + ".title"), domains(topic)));
            }
        }
        MEASURES.stream()
                .filter(reading::has)
                .forEach(topic ->
                        sections.add(new Section(texts.of("topic." + topic.slug() + ".title"), measures(topic))));
        return sections;
    }

    /** The verdict and the trend of the whole. */
    Section overall() {
        return new Section(texts.of("report.section.result"), result());
    }

    private List<Block> result() {
        return List.of(
                new Paragraph(VerdictSentence.of(reading.series(), texts.messages(), texts.locale())
                        + texts.of("sentence.separator")
                        + new VerdictWords(
                                        reading.series().target(),
                                        reading.series().verdict(),
                                        texts)
                                .ground()),
                new Paragraph(new Leads(reading, texts).lead(Topic.TREND)),
                drawing(Topic.TREND),
                new Grid(texts.of("topic.trend.chart"), new SeriesTables(reading, texts).table(Topic.TREND), ""));
    }

    private List<Block> domains(Topic topic) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(new Leads(reading, texts).lead(topic)));
        blocks.add(new Paragraph(texts.of("topic." + topic.slug() + ".reading")));
        blocks.add(drawing(topic));
        blocks.add(new DomainTable(reading, texts).against(topic, reading.previous()));
        return blocks;
    }

    /** Levels, dimensions, items, choices: what is told of the whole population beside the rate. */
    private List<Block> measures(Topic topic) {
        List<Block> blocks = new ArrayList<>();
        String lead = new Leads(reading, texts).lead(topic);
        if (!lead.isEmpty()) {
            blocks.add(new Paragraph(lead));
        }
        blocks.add(new Paragraph(texts.of("topic." + topic.slug() + ".reading")));
        blocks.add(drawing(topic));
        String year = Integer.toString(reading.newest().year());
        blocks.add(new Grid(
                texts.of("topic." + topic.slug() + ".chart", year), new SeriesTables(reading, texts).table(topic), ""));
        return blocks;
    }

    /** Every step of the whole, and who changed between the first wave and the newest, as far as the samples can tell. */
    private List<Block> change() {
        if (reading.oneWave()) {
            return List.of(new Paragraph(new Leads(reading, texts).lead(Topic.TREND)));
        }
        DomainTable table = new DomainTable(reading, texts);
        List<Block> blocks = new ArrayList<>(new WaveSteps(reading, parts, texts).blocks());
        blocks.add(new Paragraph(table.changed(reading.first())));
        Topic.DOMAINS.stream().filter(reading::has).forEach(topic -> blocks.add(table.against(topic, reading.first())));
        return blocks;
    }

    private Drawing drawing(Topic topic) {
        return new Drawing(new SeriesCharts(reading, texts).chart(topic));
    }
}
