package org.suzhi.web.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.suzhi.sample.DomainFacts;
import org.suzhi.web.division.Division;
import org.suzhi.web.division.DivisionFile;
import org.suzhi.web.division.DivisionReading;
import org.suzhi.web.division.PlanTarget;
import org.suzhi.web.division.TargetValue;
import org.suzhi.web.division.page.PlanReading;
import org.suzhi.web.division.page.Words;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.publication.PublishedSeries;

/** The plan of the sample data, with one value entered of its first counted target, and a town's share of it. */
final class MadeUpPlan {
    private static final List<String> GROUPS = List.of("youth", "farmers", "workers", "elderly", "cadres");

    private static final List<NamedCode> TOWNS = IntStream.rangeClosed(1, 13)
            .mapToObj(t -> "t%02d".formatted(t))
            .map(code -> new NamedCode(code, code, code))
            .toList();
    private static final Division DIVISION = division();

    private MadeUpPlan() {}

    private static Division division() {
        Map<DivisionFile, byte[]> files = new EnumMap<>(DivisionFile.class);
        for (DivisionFile file : DivisionFile.values()) {
            files.put(file, DomainFacts.file(file.usualName()));
        }
        return DivisionReading.of(
                        files,
                        Set.copyOf(GROUPS),
                        TOWNS.stream().map(NamedCode::code).collect(Collectors.toSet()))
                .division();
    }

    static Optional<PlanReading> reading(PublishedSeries series, MessageSource messages, Locale locale) {
        String counted = DIVISION.targets().stream()
                .filter(target -> target.isEntered() && target.measure() == PlanTarget.Measure.COUNT)
                .findFirst()
                .orElseThrow()
                .key();
        return Optional.of(new PlanReading(
                DIVISION,
                Optional.of(series),
                List.of(value(counted, "", 4), value(counted, "t03", 1)),
                GROUPS.stream().map(g -> new NamedCode(g, g, g)).toList(),
                TOWNS,
                LocalDate.of(2025, 12, 8),
                new Words(messages, locale)));
    }

    private static TargetValue value(String key, String town, double value) {
        return new TargetValue(
                1, key, town, value, LocalDate.of(2025, 10, 31), "", "list.pdf", "", null, Instant.EPOCH, null);
    }
}
