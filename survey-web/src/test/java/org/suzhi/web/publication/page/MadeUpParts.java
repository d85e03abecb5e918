package org.suzhi.web.publication.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.indicator.Parts;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PartsOfWaves;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.WaveParts;
import org.suzhi.web.publication.WaveParts.Cut;

/** The waves of a made-up series taken apart: shares by counts, errors those of the figures, independent of each other. */
public final class MadeUpParts {
    private static final int SMALLEST = 30;

    private MadeUpParts() {}

    public static PartsOfWaves of(PublishedSeries series) {
        Map<Integer, WaveParts> byYear = new LinkedHashMap<>();
        series.waves().forEach(wave -> byYear.put(wave.year(), of(wave)));
        return wave -> Optional.ofNullable(byYear.get(wave.year()));
    }

    private static WaveParts of(PublishedWave wave) {
        List<Cut> cuts = new ArrayList<>();
        Map<String, List<Figure>> dimensions = new LinkedHashMap<>();
        wave.figures()
                .forEach(f -> dimensions
                        .computeIfAbsent(f.dimension(), d -> new ArrayList<>())
                        .add(f));
        dimensions.forEach((dimension, figures) -> {
            if (dimension.equals("group")) {
                figures.forEach(figure -> cuts.add(group(figure, wave.overall())));
            } else if (figures.size() > 1) {
                cuts.add(cut(dimension, figures));
            }
        });
        return new WaveParts(SMALLEST, cuts);
    }

    private static Cut cut(String dimension, List<Figure> figures) {
        double all = figures.stream().mapToInt(Figure::n).sum();
        return new Cut(
                dimension,
                figures.stream().map(Figure::level).toList(),
                figures.stream().map(Figure::n).toList(),
                parts(
                        figures.stream().mapToDouble(f -> f.n() / all).toArray(),
                        figures.stream().mapToDouble(Figure::estimate).toArray(),
                        figures.stream().mapToDouble(Figure::se).toArray()));
    }

    private static Cut group(Figure figure, Figure whole) {
        double share = (double) figure.n() / whole.n();
        double rest = (whole.estimate() - share * figure.estimate()) / (1 - share);
        return new Cut(
                "group",
                List.of(figure.level(), WaveParts.REST),
                List.of(figure.n(), whole.n() - figure.n()),
                parts(
                        new double[] {share, 1 - share},
                        new double[] {figure.estimate(), Math.max(0, Math.min(1, rest))},
                        new double[] {figure.se(), whole.se()}));
    }

    private static Parts parts(double[] shares, double[] rates, double[] errors) {
        int k = shares.length;
        double[][] covariance = new double[2 * k][2 * k];
        for (int c = 0; c < k; c++) {
            covariance[k + c][k + c] = Double.isNaN(errors[c]) ? 0 : errors[c] * errors[c];
        }
        return Parts.of(shares, rates, covariance, 58);
    }
}
