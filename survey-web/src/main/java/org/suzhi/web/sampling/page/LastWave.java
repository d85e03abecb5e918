package org.suzhi.web.sampling.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Quotas;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/** What an earlier wave tells of the next one. */
@Component
class LastWave {
    private final Publications published;
    private final Fieldwork fieldwork;
    private final Quotas quotas;

    LastWave(Publications published, Fieldwork fieldwork, Quotas quotas) {
        this.published = published;
        this.fieldwork = fieldwork;
        this.quotas = quotas;
    }

    /**
     * An earlier wave's figures.
     *
     * @param responseRate responses over persons invited; 0 if that is not known
     * @param townRates by the town's code
     * @param groupShares respondents of the group over all respondents, by the group's code
     */
    record Figures(
            int year,
            double rate,
            double deff,
            double responseRate,
            Map<String, Double> townRates,
            Map<String, Double> groupShares) {
        Figures {
            townRates = Map.copyOf(townRates);
            groupShares = Map.copyOf(groupShares);
        }
    }

    /** The newest wave before this one that has figures. */
    Optional<Figures> before(Wave wave) {
        return published.current().map(PublishedSeries::waves).orElse(List.of()).stream()
                .filter(w -> w.year() < wave.year())
                .max(Comparator.comparing(PublishedWave::year))
                .map(w -> figures(wave.surveyId(), w));
    }

    private Figures figures(long survey, PublishedWave published) {
        Map<String, Double> towns = new HashMap<>();
        Map<String, Double> groups = new HashMap<>();
        for (Figure figure : published.figures()) {
            if (figure.publishable() && figure.dimension().equals("town")) {
                towns.put(figure.level(), figure.estimate());
            } else if (figure.publishable() && figure.dimension().equals("group")) {
                groups.put(
                        figure.level(),
                        (double) figure.n() / published.overall().n());
            }
        }
        Figure overall = published.overall();
        return new Figures(
                published.year(), overall.estimate(), overall.deff(), responseRate(survey, published), towns, groups);
    }

    private double responseRate(long survey, PublishedWave published) {
        int invited = fieldwork.waves(survey).stream()
                .filter(w -> w.year() == published.year())
                .flatMap(w -> quotas.of(w.id()).stream())
                .filter(quota -> quota.groupCode().equals(Quotas.WHOLE_TOWN))
                .mapToInt(Quotas.Quota::target)
                .sum();
        return invited == 0 ? 0 : Math.min(1, (double) published.responses() / invited);
    }
}
