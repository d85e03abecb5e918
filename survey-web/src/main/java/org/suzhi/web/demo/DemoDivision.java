package org.suzhi.web.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.suzhi.sample.DomainFacts;
import org.suzhi.web.division.DivisionFile;
import org.suzhi.web.division.DivisionReading;
import org.suzhi.web.division.DivisionWork;
import org.suzhi.web.division.Divisions;
import org.suzhi.web.division.Evidence;
import org.suzhi.web.division.NewValue;
import org.suzhi.web.division.StoredDivision;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.questionnaire.Sha256;

/** Loads the plan's real division of work, and values of its targets that are made up and say so. */
@Component
class DemoDivision {
    private static final String NOTE = "合成数据，仅供演示 · Synthetic, for demonstration";
    private static final List<NewValue> VALUES = List.of(
            value("base_county", "", 2, "2023-12-31"),
            value("base_county", "", 4, "2024-12-31"),
            value("base_county", "", 5, "2025-09-30"),
            value("base_county", "t01", 2, "2025-09-30"),
            value("base_county", "t09", 1, "2025-09-30"),
            value("base_city", "", 2, "2025-09-30"),
            value("base_province", "", 0, "2025-09-30"),
            value("county_museum", "", 0, "2025-09-30"),
            value("towns_kepu", "", 3, "2025-09-30"),
            value("cadre_learning_coverage", "", 96.4, "2025-09-30"));

    private final DivisionWork work;
    private final Divisions divisions;

    DemoDivision(DivisionWork work, Divisions divisions) {
        this.work = work;
        this.divisions = divisions;
    }

    /** Loads it where there is none yet. */
    void load(Survey survey) {
        if (divisions.newest(survey.id()).isPresent()) {
            return;
        }
        Map<DivisionFile, byte[]> files = new EnumMap<>(DivisionFile.class);
        List<StoredDivision.Origin> origins = new ArrayList<>();
        for (DivisionFile file : DivisionFile.values()) {
            byte[] bytes = DomainFacts.file(file.usualName());
            files.put(file, bytes);
            origins.add(new StoredDivision.Origin(file, file.usualName(), Sha256.hex(bytes)));
        }
        DivisionReading read = work.read(survey, files);
        if (!read.problems().isEmpty()) {
            throw new IllegalStateException("the domain files of sample-data do not fit together: " + read.problems());
        }
        work.load(null, survey, read.division(), origins);
        VALUES.forEach(value -> work.enter(null, survey, value));
    }

    private static NewValue value(String target, String town, double value, String asOf) {
        Evidence evidence = Evidence.of("synthetic.txt", (NOTE + "\n").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return new NewValue(target, town, value, LocalDate.parse(asOf), NOTE, evidence);
    }
}
