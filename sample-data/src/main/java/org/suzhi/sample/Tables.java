package org.suzhi.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The county and its waves as CSV files; decimals are written from exact binary values, so that bytes never differ. */
final class Tables {

    private final SampleCounty county;
    private final List<Integer> years;

    Tables(SampleCounty county, List<Integer> years) {
        this.county = county;
        this.years = List.copyOf(years);
    }

    void frame(Appendable out) throws IOException {
        line(out, "village,town,name_zh,name_en,stratum,residence,adults,synthetic");
        for (Village village : county.villages()) {
            line(
                    out,
                    village.code(),
                    village.town(),
                    village.nameZh(),
                    village.nameEn(),
                    village.stratum(),
                    village.residence().code(),
                    village.adults(),
                    true);
        }
    }

    /** The cadres of the newest year, as the personnel office would list them: by number, no names. */
    void cadres(Appendable out) throws IOException {
        line(out, "member,stratum,village,town,synthetic");
        int year = years.get(years.size() - 1);
        for (int v = 0; v < county.villages().size(); v++) {
            Village village = county.villages().get(v);
            for (int i = 0; i < village.adults(); i++) {
                Person person = county.population().person(v, i, year);
                if (Group.CADRES.contains(person)) {
                    line(
                            out,
                            DrawnCases.member(person),
                            person.employer().orElseThrow().code(),
                            village.code(),
                            village.town(),
                            true);
                }
            }
        }
    }

    void margins(Appendable out) throws IOException {
        line(out, "year,variables,levels,adults,synthetic,source");
        for (int year : years) {
            for (Margin margin : county.margins(year)) {
                for (Margin.Cell cell : margin.cells()) {
                    line(
                            out,
                            year,
                            String.join(":", margin.variables()),
                            String.join(":", cell.levels()),
                            cell.adults(),
                            margin.synthetic(),
                            margin.source());
                }
            }
        }
    }

    void truth(Appendable out) throws IOException {
        line(out, "year,dimension,level,adults,basic,literate,advanced,rate,mean_score,synthetic");
        for (int year : years) {
            for (Truth truth : county.truth(year)) {
                line(
                        out,
                        year,
                        truth.dimension(),
                        truth.level(),
                        truth.adults(),
                        truth.basic(),
                        truth.literate(),
                        truth.advanced(),
                        decimal(truth.rate()),
                        decimal(truth.meanScore()),
                        true);
            }
        }
    }

    void sampledVillages(Appendable out) throws IOException {
        line(out, "year,stratum,town,village,adults,inclusion_probability,invited,responded,design_weight,synthetic");
        for (int year : years) {
            Wave wave = county.wave(year);
            Map<SampledVillage, Integer> responded = new HashMap<>();
            wave.respondents().forEach(respondent -> responded.merge(respondent.place(), 1, Integer::sum));
            for (SampledVillage place : wave.sampledVillages()) {
                line(
                        out,
                        year,
                        place.village().stratum(),
                        place.village().town(),
                        place.village().code(),
                        place.village().adults(),
                        decimal(place.inclusionProbability()),
                        place.invited(),
                        responded.getOrDefault(place, 0),
                        decimal(place.designWeight()),
                        true);
            }
        }
    }

    /** One row per respondent of every wave, with the design and the score: enough to estimate from. */
    void respondents(Appendable out) throws IOException {
        line(
                out,
                "year,person,stratum,town,village,inclusion_probability,invited,adults,design_weight,residence,sex,age,"
                        + "age_band,education,occupation,employer,youth,farmers,workers,elderly,cadres,no_group,score,"
                        + "literate,synthetic");
        for (int year : years) {
            for (Iterator<Respondent> respondents =
                            county.wave(year).respondents().iterator();
                    respondents.hasNext(); ) {
                respondent(out, year, respondents.next());
            }
        }
    }

    private static void respondent(Appendable out, int year, Respondent respondent) throws IOException {
        Person person = respondent.person();
        Village village = person.village();
        String flags = Arrays.stream(Group.values())
                .map(group -> group.contains(person) ? "1" : "0")
                .collect(Collectors.joining(","));
        line(
                out,
                year,
                person.id(),
                village.stratum(),
                village.town(),
                village.code(),
                decimal(respondent.place().inclusionProbability()),
                respondent.place().invited(),
                village.adults(),
                decimal(respondent.place().designWeight()),
                village.residence().code(),
                person.sex().code(),
                person.age(),
                person.ageBand().code(),
                person.education().code(),
                person.occupation().code(),
                person.employer().map(Employer::code).orElse(""),
                flags,
                respondent.score(),
                respondent.score() >= 70 ? 1 : 0,
                true);
    }

    private static String decimal(double value) {
        return new BigDecimal(value).setScale(12, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** No cell holds a comma, a quote or a line break. */
    private static void line(Appendable out, Object... cells) throws IOException {
        out.append(Arrays.stream(cells).map(Object::toString).collect(Collectors.joining(",")))
                .append('\n');
    }
}
