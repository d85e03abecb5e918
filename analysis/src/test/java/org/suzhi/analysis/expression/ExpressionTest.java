package org.suzhi.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.microdata.Extract;

class ExpressionTest {
    private static final Extract ROWS = Extract.builder()
            .numeric("x", new double[] {1, 2, Double.NaN})
            .category("g", List.of("a", "b"), new int[] {0, 1, -1})
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + 2 * 3; 7",
                "(1 + 2) * 3; 9",
                "-2 - -3; 1",
                "8 / 2 / 2; 2",
                "!(1 == 2) & 2 >= 2; 1",
                "1 == 2 | 3 != 4; 1",
                "log(exp(2)); 2",
                "1e-3 * 1000; 1",
                "x + 1; 2",
                "g == 'a'; 1",
                "(g != 'a') * 5; 0"
            })
    void precedenceIsTheUsualOne(String expression, double expected) {
        assertThat(Expression.parse(expression).values(ROWS)[0]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void missingIsCarriedOnUnlessTheOtherSideDecides() {
        assertThat(Expression.parse("x > 1").values(ROWS)[2]).isNaN();
        assertThat(Expression.parse("x > 1 & 1 == 2").values(ROWS)[2]).isZero();
        assertThat(Expression.parse("x > 1 | 1 == 1").values(ROWS)[2]).isEqualTo(1);
        assertThat(Expression.parse("g == 'a'").holds(ROWS)).containsExactly(true, false, false);
    }

    @Test
    void gradientsAreThoseOfTheFormula() {
        double[] gradient = new double[2];
        double value = Expression.parse("log((e1 / (1 - e1)) / e2)").valueAndGradient(new double[] {0.2, 3}, gradient);
        assertThat(value).isCloseTo(Math.log(0.25 / 3), within(1e-12));
        assertThat(gradient[0]).isCloseTo(1 / (0.2 * 0.8), within(1e-12));
        assertThat(gradient[1]).isCloseTo(-1.0 / 3, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 +", "(1", "1 2", "'a", "g = 'a'", "1..2", "#"})
    void mistakesAreLocated(String expression) {
        assertThatThrownBy(() -> Expression.parse(expression)).isInstanceOfSatisfying(AnalysisProblem.class, p -> {
            assertThat(p.code()).isEqualTo("bad_expression");
            assertThat(p.getMessage()).contains("character");
        });
    }

    @Test
    void aLevelThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> Expression.parse("g == 'c'").values(ROWS))
                .isInstanceOfSatisfying(
                        AnalysisProblem.class, p -> assertThat(p.code()).isEqualTo("unknown_level"));
    }
}
