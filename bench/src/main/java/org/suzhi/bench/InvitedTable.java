package org.suzhi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suzhi.microdata.Extract;
import org.suzhi.sample.Group;
import org.suzhi.sample.Invited;
import org.suzhi.sample.Person;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.DrawnPsu;
import org.suzhi.sampling.Visit;

/**
 * Everybody whom a draw invited, as the extract of a wave for weighting: of those who did not take part only the place is
 * known, and the disposition N.
 */
final class InvitedTable {
    private record Row(DrawnPsu psu, Invited invited) {
        boolean tookPart() {
            return invited.tookPart();
        }

        Person person() {
            return invited.person();
        }
    }

    private InvitedTable() {}

    static Extract of(SampleCounty county, CountyDraws draws, Draw draw, int year) {
        List<Row> rows = new ArrayList<>();
        for (DrawnPsu psu : draw.sample()) {
            int village = draws.village(psu.unit().code());
            for (Visit visit : psu.visits()) {
                rows.add(new Row(psu, county.invite(village, visit.line(), year, (int)
                        draw.plan().seed())));
            }
        }
        Extract.Builder table = Extract.builder()
                .numeric(
                        "weight",
                        rows.stream()
                                .mapToDouble(row -> row.psu().designWeight())
                                .toArray())
                .numeric(
                        "score",
                        rows.stream()
                                .mapToDouble(row ->
                                        row.tookPart() ? row.invited().score().getAsInt() : Double.NaN)
                                .toArray());
        category(table, "disposition", rows, row -> row.tookPart() ? "R" : "N");
        category(table, "stratum", rows, row -> row.psu().unit().stratum());
        category(table, "psu", rows, row -> row.psu().unit().code());
        category(table, "town", rows, row -> row.psu().unit().town());
        category(table, "residence", rows, row -> row.psu().unit().residence());
        answer(table, "sex", rows, person -> person.sex().code());
        answer(table, "age_band", rows, person -> person.ageBand().code());
        answer(table, "education", rows, person -> person.education().code());
        for (Group group : Group.values()) {
            table.numeric(
                    group.code(),
                    rows.stream()
                            .mapToDouble(row -> !row.tookPart() ? Double.NaN : group.contains(row.person()) ? 1 : 0)
                            .toArray());
        }
        return table.build();
    }

    private static void answer(Extract.Builder table, String name, List<Row> rows, Function<Person, String> answer) {
        category(table, name, rows, row -> row.tookPart() ? answer.apply(row.person()) : null);
    }

    private static void category(
            Extract.Builder table, String name, List<Row> rows, Function<Row, @Nullable String> level) {
        List<@Nullable String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(level.apply(row)));
        table.category(
                name,
                texts.stream().filter(Objects::nonNull).distinct().sorted().toList(),
                texts);
    }
}
