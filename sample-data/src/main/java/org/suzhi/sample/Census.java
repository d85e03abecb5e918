package org.suzhi.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every adult of one year counted: the true rates by domain and the calibration margins. */
final class Census {

    private static final String SOURCE = "合成数据：虚构人口登记 / Synthetic: register of a fictional population";

    private final int year;
    private final Map<String, Tally> all = new LinkedHashMap<>();
    private final Map<String, Tally> groups = new LinkedHashMap<>();
    private final Map<String, Tally> towns = new LinkedHashMap<>();
    private final Map<String, Tally> sexes = new LinkedHashMap<>();
    private final Map<String, Tally> ages = new LinkedHashMap<>();
    private final Map<String, Tally> educations = new LinkedHashMap<>();
    private final Map<String, Tally> residences = new LinkedHashMap<>();
    private final Map<List<String>, Tally> sexByAge = new LinkedHashMap<>();

    Census(int year, List<Town> townList) {
        this.year = year;
        all.put("", new Tally());
        for (Group group : Group.values()) {
            groups.put(group.code(), new Tally());
        }
        for (Town town : townList) {
            towns.put(town.code(), new Tally());
        }
        for (Sex sex : Sex.values()) {
            sexes.put(sex.code(), new Tally());
            for (AgeBand ageBand : AgeBand.values()) {
                sexByAge.put(List.of(sex.code(), ageBand.code()), new Tally());
            }
        }
        for (AgeBand ageBand : AgeBand.values()) {
            ages.put(ageBand.code(), new Tally());
        }
        for (Education education : Education.values()) {
            educations.put(education.code(), new Tally());
        }
        for (Residence residence : Residence.values()) {
            residences.put(residence.code(), new Tally());
        }
    }

    void count(Person person, int score) {
        add(all, "", score);
        for (Group group : Group.values()) {
            if (group.contains(person)) {
                add(groups, group.code(), score);
            }
        }
        add(towns, person.village().town(), score);
        add(sexes, person.sex().code(), score);
        add(ages, person.ageBand().code(), score);
        add(educations, person.education().code(), score);
        add(residences, person.village().residence().code(), score);
        add(sexByAge, List.of(person.sex().code(), person.ageBand().code()), score);
    }

    List<Truth> truths() {
        List<Truth> truths = new ArrayList<>();
        append(truths, "all", all);
        append(truths, "group", groups);
        append(truths, "town", towns);
        append(truths, "sex", sexes);
        append(truths, "age", ages);
        append(truths, "education", educations);
        append(truths, "residence", residences);
        return List.copyOf(truths);
    }

    List<Margin> margins() {
        List<Margin.Cell> cells = new ArrayList<>();
        sexByAge.forEach((levels, tally) -> cells.add(new Margin.Cell(levels, tally.adults)));
        return List.of(
                new Margin(year, List.of("sex", "age_band"), cells, true, SOURCE),
                margin("education", educations),
                margin("residence", residences),
                margin("town", towns));
    }

    private Margin margin(String variable, Map<String, Tally> tallies) {
        List<Margin.Cell> cells = new ArrayList<>();
        tallies.forEach((level, tally) -> cells.add(new Margin.Cell(List.of(level), tally.adults)));
        return new Margin(year, List.of(variable), cells, true, SOURCE);
    }

    private void append(List<Truth> truths, String dimension, Map<String, Tally> tallies) {
        tallies.forEach((level, tally) -> truths.add(new Truth(
                year, dimension, level, tally.adults, tally.basic, tally.literate, tally.advanced, tally.scoreTotal)));
    }

    private static <L> void add(Map<L, Tally> tallies, L level, int score) {
        Tally tally = tallies.get(level);
        if (tally == null) {
            throw new IllegalArgumentException("No domain for level " + level + "; got a person outside the frame");
        }
        tally.adults++;
        tally.basic += score >= 55 ? 1 : 0;
        tally.literate += score >= 70 ? 1 : 0;
        tally.advanced += score >= 85 ? 1 : 0;
        tally.scoreTotal += score;
    }

    private static final class Tally {
        private int adults;
        private int basic;
        private int literate;
        private int advanced;
        private long scoreTotal;
    }
}
