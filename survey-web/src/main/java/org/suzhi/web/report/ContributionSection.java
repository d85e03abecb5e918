package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.List;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.page.ContributionCharts;
import org.suzhi.web.publication.page.ContributionTables;
import org.suzhi.web.publication.page.ContributionWords;
import org.suzhi.web.publication.page.Texts;
import org.suzhi.web.publication.page.WhatIfWords;
import org.suzhi.web.report.Report.Block;
import org.suzhi.web.report.Report.Drawing;
import org.suzhi.web.report.Report.Grid;
import org.suzhi.web.report.Report.Paragraph;

/** Who made the change, who lags, and what each group would have to reach: what a report says of it. */
record ContributionSection(Contributions contributions, PublishedSeries series, Texts texts) {
    List<Block> blocks() {
        ContributionWords words = new ContributionWords(contributions, texts);
        ContributionCharts charts = new ContributionCharts(contributions, series, texts);
        ContributionTables tables = new ContributionTables(contributions, texts);
        List<Block> blocks = new ArrayList<>();
        if (contributions.from().isPresent()) {
            blocks.add(new Paragraph(words.change()));
            for (Split split : contributions.dimensions()) {
                blocks.add(new Paragraph(texts.of(
                        "contributions.of", texts.of("contributions.by." + split.dimension()), words.split(split))));
            }
            contributions.dimensions().stream()
                    .filter(split -> split.dimension().equals("town"))
                    .forEach(split -> blocks.add(new Drawing(charts.levels(split))));
            if (!contributions.groups().isEmpty()) {
                blocks.add(new Drawing(charts.groups()));
                blocks.add(new Grid(
                        texts.of("contributions.by.group"), tables.groups(), texts.of("contributions.groups.lead")));
            }
        }
        words.lagging().forEach(sentence -> blocks.add(new Paragraph(sentence)));
        for (Split split : contributions.groups()) {
            blocks.add(new Paragraph(whatIf(split).needed()));
        }
        return blocks;
    }

    private WhatIfWords whatIf(Split split) {
        return new WhatIfWords(
                split,
                texts.level("group", split.levels().get(0)),
                contributions.to().year(),
                series.target(),
                texts);
    }
}
