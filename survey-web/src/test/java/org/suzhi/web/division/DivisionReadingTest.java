package org.suzhi.web.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.suzhi.sample.DomainFacts;

class DivisionReadingTest {
    private static final Set<String> GROUPS = Set.of("youth", "farmers", "workers", "elderly", "cadres");
    private static final Set<String> TOWNS = Set.of("t01", "t02");
    private static final String WORK = "no,category,action_zh,lead_units,responsible_units,n_responsible_listed\n";

    private static Map<DivisionFile, byte[]> sample() {
        Map<DivisionFile, byte[]> files = new EnumMap<>(DivisionFile.class);
        for (DivisionFile file : DivisionFile.values()) {
            files.put(file, DomainFacts.file(file.usualName()));
        }
        return files;
    }

    private static DivisionReading read(Map<DivisionFile, String> texts) {
        Map<DivisionFile, byte[]> files = new EnumMap<>(DivisionFile.class);
        texts.forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return DivisionReading.of(files, GROUPS, TOWNS);
    }

    private static List<String> rules(DivisionReading read) {
        return read.problems().stream()
                .map(found -> found.file() + " " + found.problem().row() + " "
                        + found.problem().column() + " " + found.problem().rule())
                .toList();
    }

    @Test
    void thePlansFilesFitTogether() {
        DivisionReading read = DivisionReading.of(sample(), GROUPS, TOWNS);
        assertThat(read.problems()).isEmpty();
        Division division = read.division();
        assertThat(division.actions()).hasSize(11);
        assertThat(division.count("提升行动")).isEqualTo(5);
        assertThat(division.count("重点工程")).isEqualTo(6);
        assertThat(division.units()).hasSize(28);
        assertThat(division.targets()).hasSize(10);
        assertThat(division.phases()).hasSize(3);
        assertThat(division.obligations()).hasSize(9);
    }

    @Test
    void unitsStandAsPrintedAndAreCountedOnce() {
        Division division = DivisionReading.of(sample(), GROUPS, TOWNS).division();
        Action ninth = division.actions().get(8);
        assertThat(ninth.responsible()).hasSize(9).containsOnlyOnce("县气象局");
        assertThat(ninth.responsible()).filteredOn("县应急管理局"::equals).hasSize(2);
        Unit unit = division.unit("science").orElseThrow();
        assertThat(unit.name().zh()).isEqualTo("县科协");
        assertThat(division.ledBy(unit)).extracting(Action::number).containsExactly(6, 8, 9, 10, 11);
        assertThat(division.sharedBy(unit)).extracting(Action::number).containsExactly(1, 2, 3, 4, 5, 7);
        assertThat(division.actions().get(10).name().zh()).isEqualTo("科学素质交流合作工程");
        assertThat(division.actions().get(5).lead()).containsExactly("县科协", "县工业商务和信息化局（科技局）");
    }

    @Test
    void everyActionOfAGroupHasItsGroup() {
        Division division = DivisionReading.of(sample(), GROUPS, TOWNS).division();
        assertThat(division.actions().subList(0, 5))
                .extracting(Action::groups)
                .containsExactly(
                        List.of("youth"),
                        List.of("farmers"),
                        List.of("workers"),
                        List.of("elderly"),
                        List.of("cadres"));
        assertThat(division.actions().subList(5, 11)).allMatch(a -> a.groups().isEmpty());
        assertThat(division.targetsOf(division.actions().get(7)))
                .extracting(PlanTarget::id)
                .containsExactly("T02", "T03", "T04", "T05", "T06", "T07");
    }

    @Test
    void unitsInBracketsAreNotTakenApart() {
        DivisionReading read = read(Map.of(DivisionFile.WORK, WORK + "1,甲类,任务,县科协、县局（科技局、商务局）；乡镇,,\n"));
        assertThat(read.problems()).isEmpty();
        assertThat(read.division().actions().get(0).lead()).containsExactly("县科协", "县局（科技局、商务局）", "乡镇");
        assertThat(read.division().units()).extracting(Unit::code).containsExactly("u01", "u02", "u03");
    }

    @Test
    void anUnquotedCommaIsTold() {
        assertThat(rules(read(Map.of(DivisionFile.WORK, WORK + "1,甲类,任务,县科协,,0,plan, annex\n"))))
                .containsExactly("WORK 2  long-row");
    }

    @Test
    void everythingWrongInTheAnnexIsTold() {
        DivisionReading read = read(Map.of(
                DivisionFile.WORK,
                WORK + "1,甲类,任务,县科协,县教育局,2\n1,甲类,,,,\nx,甲类,任务,县科协,,\n",
                DivisionFile.UNITS,
                "unit_zh,lead_rows\n别的局,9\n,\n",
                DivisionFile.GROUPS,
                "code,annex_row\nyouth,9\n"));
        // What the other files say of it can only be judged once it is right.
        assertThat(rules(read))
                .containsExactly(
                        "WORK 2 n_responsible_listed division-count",
                        "WORK 3 no twice",
                        "WORK 3 lead_units missing",
                        "WORK 3 action_zh missing",
                        "WORK 4 no division-whole",
                        "WORK 4 no twice");
    }

    @Test
    void everythingWrongInTheOtherFilesIsTold() {
        DivisionReading read = read(Map.of(
                DivisionFile.WORK,
                WORK + "1,甲类,任务,县科协,县教育局,1\n",
                DivisionFile.UNITS,
                "code,unit_zh,town,lead_rows\na,县科协,t99,1;1\na,别的局,,\n",
                DivisionFile.GROUPS,
                "code,annex_row,lead_unit\nnobody,1,县科协\nyouth,9,\nyouth,1,县教育局\n",
                DivisionFile.TARGETS,
                """
                id,key,name_zh,op,value,unit,deadline,annex_row,aspirational,measured_by
                T1,a,目标,≥,5,count,2025,,no,
                T1,b,目标,>=,101,percent,25,7,maybe,nothing
                T3,c,目标,,,count,,,no,
                T4,d,目标,>=,5,unquantified,,,no,
                T5,e,目标,==,2,yes_no,,,no,
                T6,f,目标,>=,5,pieces,,,no,
                """,
                DivisionFile.SCHEDULE,
                "phase,name_zh,start_year,end_year\n1,阶段,2025,2022\n1,,2022,2025\n",
                DivisionFile.OBLIGATIONS,
                "id\nO1\n"));
        assertThat(rules(read))
                .containsExactly(
                        "UNITS 2 town unknown-town",
                        "UNITS 2 lead_rows division-rows",
                        "UNITS 3 code twice",
                        "UNITS 3 unit_zh division-unit-not-in-work",
                        "UNITS 3 unit_zh division-unit-missing",
                        "GROUPS 2 code division-unknown-group",
                        "GROUPS 3 annex_row division-unknown-row",
                        "GROUPS 4 lead_unit division-lead",
                        "TARGETS 2 op division-op",
                        "TARGETS 3 id twice",
                        "TARGETS 3 measured_by division-measured-by",
                        "TARGETS 3 value division-value-percent",
                        "TARGETS 3 deadline division-whole",
                        "TARGETS 3 annex_row division-unknown-row",
                        "TARGETS 3 aspirational division-aspirational",
                        "TARGETS 4 value division-value-count",
                        "TARGETS 4 op missing",
                        "TARGETS 5 value division-no-number",
                        "TARGETS 5 op division-no-number",
                        "TARGETS 6 value division-value-yes-no",
                        "TARGETS 7 unit division-measure",
                        "SCHEDULE 2 end_year division-phase-order",
                        "SCHEDULE 3 phase twice",
                        "SCHEDULE 3 name_zh missing",
                        "OBLIGATIONS 1 quote no-column");
    }
}
