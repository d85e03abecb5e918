package org.suzhi.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.suzhi.sample.DomainFacts;
import org.suzhi.web.division.DivisionFile;
import org.suzhi.web.division.DivisionReading;
import org.suzhi.web.division.DivisionWork;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.SurveySetup;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.Target;
import org.suzhi.web.publication.page.RandomSeries;

/** A county of forty towns with names of twenty characters, and the division of work of the sample data. */
final class FortyTowns {
    static final int TOWNS = 40;
    static final Target TARGET = new Target("literacy_rate", ">", 0.13, 2025);

    private FortyTowns() {}

    static RandomSeries series(Target target) {
        return new RandomSeries(TOWNS, 1, target, 30);
    }

    static SurveySetup survey() {
        return new SurveySetup(
                "county",
                "连平县公民科学素质调查",
                "Lianping County science-literacy survey",
                true,
                names(
                        "town",
                        IntStream.rangeClosed(1, TOWNS)
                                .mapToObj("t%02d"::formatted)
                                .toList()),
                names("group", List.of("youth", "farmers", "workers", "elderly", "cadres")),
                new SurveySetup.Target(TARGET.indicator(), TARGET.operator(), TARGET.value(), TARGET.deadline()));
    }

    private static List<NamedCode> names(String dimension, List<String> codes) {
        Publications names = RandomSeries.publishing(series(TARGET).series(new Random(1)));
        return codes.stream()
                .map(code -> new NamedCode(
                        code,
                        names.levelName(dimension, code, Locale.SIMPLIFIED_CHINESE)
                                .orElseThrow(),
                        names.levelName(dimension, code, Locale.ENGLISH).orElseThrow()))
                .toList();
    }

    static void loadDivision(DivisionWork work, Survey survey) {
        Map<DivisionFile, byte[]> files = new EnumMap<>(DivisionFile.class);
        for (DivisionFile file : DivisionFile.values()) {
            files.put(file, DomainFacts.file(file.usualName()));
        }
        DivisionReading read = work.read(survey, files);
        work.load(null, survey, read.division(), List.of());
    }
}
