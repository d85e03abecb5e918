package org.suzhi.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.suzhi.microdata.Extract;
import org.suzhi.sample.Group;
import org.suzhi.sample.Respondent;
import org.suzhi.sample.Wave;

/** The respondents of a wave as the extract that the server makes of approved interviews. */
final class WaveTable {

    private WaveTable() {}

    static Extract of(Wave wave) {
        List<Respondent> respondents = wave.respondents().toList();
        Extract.Builder table = Extract.builder()
                .numeric(
                        "weight",
                        respondents.stream()
                                .mapToDouble(r -> r.place().designWeight())
                                .toArray())
                .numeric("one", ones(respondents.size()))
                .numeric(
                        "score",
                        respondents.stream().mapToDouble(Respondent::score).toArray());
        category(table, "stratum", respondents, r -> r.place().village().stratum());
        category(table, "psu", respondents, r -> r.place().village().code());
        category(table, "town", respondents, r -> r.place().village().town());
        category(
                table,
                "residence",
                respondents,
                r -> r.place().village().residence().code());
        category(table, "sex", respondents, r -> r.person().sex().code());
        category(table, "age_band", respondents, r -> r.person().ageBand().code());
        category(table, "education", respondents, r -> r.person().education().code());
        for (Group group : Group.values()) {
            table.numeric(
                    group.code(),
                    respondents.stream()
                            .mapToDouble(r -> group.contains(r.person()) ? 1 : 0)
                            .toArray());
        }
        return table.build();
    }

    private static void category(
            Extract.Builder table, String name, List<Respondent> respondents, Function<Respondent, String> level) {
        List<String> texts = respondents.stream().map(level).toList();
        table.category(name, texts.stream().distinct().sorted().toList(), texts);
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }
}
