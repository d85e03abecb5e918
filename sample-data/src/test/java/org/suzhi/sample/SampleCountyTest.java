package org.suzhi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCountyTest {

    private static final SampleCounty COUNTY = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED);

    @Test
    void countyHasThirteenTownsAndAboutAHundredAndNinetyThousandAdults() {
        assertThat(COUNTY.towns())
                .extracting(Town::code)
                .hasSize(13)
                .startsWith("t01")
                .endsWith("t13");
        assertThat(COUNTY.villages()).hasSize(167);
        assertThat(COUNTY.adults())
                .isEqualTo(COUNTY.villages().stream().mapToInt(Village::adults).sum())
                .isBetween(185_000, 195_000);
    }

    @Test
    void sameSeedGivesTheSameTruthAndAnotherSeedAnother() {
        assertThat(SampleCounty.of(5).truth(2024)).isEqualTo(SampleCounty.of(5).truth(2024));
        assertThat(SampleCounty.of(6).truth(2024))
                .isNotEqualTo(SampleCounty.of(5).truth(2024));
    }

    @Test
    void trueRateRisesEveryYearToTwelveToFourteenPercent() {
        List<Double> rates = Generate.YEARS.stream()
                .map(year -> COUNTY.truth(year).get(0).rate())
                .toList();
        assertThat(rates).isSorted();
        assertThat(rates.get(0)).isBetween(0.08, 0.10);
        assertThat(rates.get(4)).isBetween(0.12, 0.14);
    }

    @Test
    void everyDimensionButTheGroupsCountsEveryAdultOnce() {
        Map<String, List<Truth>> byDimension =
                COUNTY.truth(2022).stream().collect(Collectors.groupingBy(Truth::dimension));
        assertThat(byDimension).containsOnlyKeys("all", "group", "town", "sex", "age", "education", "residence");
        Truth all = byDimension.get("all").get(0);
        byDimension.forEach((dimension, levels) -> {
            int adults = levels.stream().mapToInt(Truth::adults).sum();
            int literate = levels.stream().mapToInt(Truth::literate).sum();
            if (dimension.equals("group")) {
                assertThat(adults).as("groups overlap").isGreaterThan(all.adults());
            } else {
                assertThat(adults).as(dimension).isEqualTo(all.adults());
                assertThat(literate).as(dimension).isEqualTo(all.literate());
            }
        });
    }

    @Test
    void ratesClimbWithEducationAndFallWithAge() {
        assertThat(rates("education")).isSorted();
        assertThat(rates("age")).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void cadresStandHighAndFarmersAndElderlyLow() {
        Map<String, Double> rate = COUNTY.truth(2025).stream()
                .filter(truth -> truth.dimension().equals("group"))
                .collect(Collectors.toMap(Truth::level, Truth::rate));
        assertThat(rate.get("cadres"))
                .isGreaterThan(2 * COUNTY.truth(2025).get(0).rate());
        assertThat(rate.get("farmers"))
                .isLessThan(0.5 * COUNTY.truth(2025).get(0).rate());
        assertThat(rate.get("elderly"))
                .isLessThan(0.5 * COUNTY.truth(2025).get(0).rate());
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2025})
    void everyMarginAddsUpToTheAdultsAndSaysThatItIsSynthetic(int year) {
        assertThat(COUNTY.margins(year))
                .extracting(Margin::variables)
                .containsExactly(
                        List.of("sex", "age_band"), List.of("education"), List.of("residence"), List.of("town"));
        for (Margin margin : COUNTY.margins(year)) {
            assertThat(margin.synthetic()).isTrue();
            assertThat(margin.cells().stream().mapToInt(Margin.Cell::adults).sum())
                    .isEqualTo(COUNTY.adults());
        }
    }

    @Test
    void everyStratumHasAtLeastFourSampledVillagesDrawnOnceEach() {
        for (int year : Generate.YEARS) {
            List<SampledVillage> sampled = COUNTY.wave(year).sampledVillages();
            assertThat(sampled).extracting(place -> place.village().code()).doesNotHaveDuplicates();
            Map<String, Long> byStratum = sampled.stream()
                    .collect(Collectors.groupingBy(place -> place.village().stratum(), Collectors.counting()));
            for (Stratum stratum : COUNTY.strata()) {
                assertThat(byStratum.get(stratum.code()))
                        .isEqualTo(stratum.sampledVillages())
                        .isGreaterThanOrEqualTo(4);
            }
        }
    }

    @Test
    void villagesAreDrawnAsOftenAsTheirInclusionProbabilitySays() {
        int draws = 4000;
        Map<Village, Integer> drawn = new HashMap<>();
        Map<Village, Double> probability = new HashMap<>();
        for (int draw = 0; draw < draws; draw++) {
            for (SampledVillage place : COUNTY.wave(2025, draw).sampledVillages()) {
                drawn.merge(place.village(), 1, Integer::sum);
                probability.put(place.village(), place.inclusionProbability());
            }
        }
        assertThat(drawn).hasSize(167);
        drawn.forEach((village, times) -> {
            double pi = probability.get(village);
            double fourSigma = 4 * Math.sqrt(pi * (1 - pi) / draws);
            assertThat((double) times / draws).as(village.code()).isCloseTo(pi, within(fourSigma));
        });
        assertThat(probability.values().stream().mapToDouble(p -> p).sum())
                .isCloseTo(
                        COUNTY.strata().stream()
                                .mapToInt(Stratum::sampledVillages)
                                .sum(),
                        within(1e-9));
    }

    @Test
    void designWeightsOfTheInvitedAddUpToTheAdultsOfEachStratum() {
        Map<String, Double> weighted = new HashMap<>();
        for (SampledVillage place : COUNTY.wave(2024).sampledVillages()) {
            weighted.merge(place.village().stratum(), place.invited() * place.designWeight(), Double::sum);
        }
        Map<String, Integer> adults = COUNTY.villages().stream()
                .collect(Collectors.groupingBy(Village::stratum, Collectors.summingInt(Village::adults)));
        adults.forEach((stratum, count) -> assertThat(weighted.get(stratum)).isCloseTo(count, within(1e-6)));
    }

    @Test
    void aWaveHasAboutTwoThousandDifferentRespondents() {
        for (int year : Generate.YEARS) {
            Set<Integer> people = new HashSet<>();
            Set<String> instances = new HashSet<>();
            COUNTY.wave(year).submissions("literacy", "x").forEach(submission -> {
                people.add(submission.respondent().person().id());
                instances.add(submission.instanceId());
            });
            assertThat(people).hasSizeBetween(1900, 2200).hasSameSizeAs(instances);
        }
    }

    @Test
    void theLessSchooledAnswerLessOften() {
        Map<String, Long> respondents = COUNTY.wave(2025)
                .respondents()
                .collect(Collectors.groupingBy(r -> r.person().education().code(), Collectors.counting()));
        Map<String, Integer> adults = COUNTY.truth(2025).stream()
                .filter(truth -> truth.dimension().equals("education"))
                .collect(Collectors.toMap(Truth::level, Truth::adults));
        double primary = respondents.get("primary") / (double) adults.get("primary");
        double bachelor = respondents.get("bachelor") / (double) adults.get("bachelor");
        assertThat(bachelor / primary).isGreaterThan(1.5);
    }

    @Test
    void interviewsFallIntoTheFieldworkPeriodInDaytimeAndLastMinutes() {
        Wave wave = COUNTY.wave(2023);
        wave.submissions("literacy", "2023").forEach(submission -> {
            assertThat(submission.start().toLocalDate()).isBetween(wave.opens(), wave.closes());
            assertThat(submission.start().getHour()).isBetween(8, 20);
            assertThat(Duration.between(submission.start(), submission.end()).toMinutes())
                    .isBetween(7L, 15L);
        });
    }

    @Test
    void aYearWithoutAWaveIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> COUNTY.wave(2020))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Year 2020 has no wave: the sample county has waves 2021 to 2025");
    }

    private static List<Double> rates(String dimension) {
        return COUNTY.truth(2025).stream()
                .filter(truth -> truth.dimension().equals(dimension))
                .map(Truth::rate)
                .toList();
    }
}
