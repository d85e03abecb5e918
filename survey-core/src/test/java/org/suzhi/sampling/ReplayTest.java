package org.suzhi.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample that was drawn once can be drawn again for as long as these values stand. */
class ReplayTest {
    @Test
    void randomNumbersAreTheGeneratorsWhateverTheLibrary() {
        RandomStream stream = RandomStream.of(20250613, "psu", "t01-urban");
        long[] first = IntStream.range(0, 4)
                .mapToLong(i -> stream.below(1_000_000_007L))
                .toArray();
        assertThat(first).containsExactly(544136503L, 362388838L, 679117913L, 387282939L);
    }

    @ParameterizedTest
    @CsvSource({
        "SRS, 4508d4e7b565459d",
        "SYSTEMATIC, 536cffbd64bb70a8",
        "SYSTEMATIC_PPS, 801af55ea0366f01",
        "SYSTEMATIC_PPS_RANDOM, 41f7e521d0f7d2f2",
        "SAMPFORD, 07548b21aab946d4",
        "TILLE, 2654f1f4e25363ae"
    })
    void aSeedGivesTheSampleItAlwaysGave(Method method, String sha256) {
        Draw draw = Draw.of(Frames.two(), Frames.plan(method, 20250613));
        DrawPlan plan = draw.plan();
        assertThat(DrawRecord.of(Frames.two(), draw, ListDraw.of(plan, Frames.two(), List.of()))
                        .sample())
                .startsWith(sha256);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aPlanIsTheSameAfterWritingAndReading(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] names = {"t01-urban", "007", "true", "镇 一", "a: b", "quote \" and \\", "#x", "~", "-", "1e5"};
        List<StratumPlan> strata = Arrays.stream(names)
                .map(name -> new StratumPlan(
                        name,
                        random.nextInt(1, 50),
                        one(random, Method.values()),
                        random.nextBoolean(),
                        random.nextBoolean()
                                ? new Take.Fixed(random.nextInt(1, 99))
                                : new Take.Proportional(random.nextInt(1, 1000) / 1000.0)))
                .toList();
        DrawPlan plan = new DrawPlan(
                random.nextLong(),
                strata,
                one(random, SecondStage.values()),
                random.nextInt(3),
                random.nextInt(9),
                List.of(new ListPlan("干部", List.of(new ListPlan.ListStratum("yes", random.nextInt(1, 9))))));
        assertThat(DrawPlan.parse(plan.toYaml())).isEqualTo(plan);
        assertThat(DrawPlan.parse(plan.toYaml()).toYaml()).isEqualTo(plan.toYaml());
    }

    private static <T> T one(SplittableRandom random, T[] of) {
        return of[random.nextInt(of.length)];
    }
}
