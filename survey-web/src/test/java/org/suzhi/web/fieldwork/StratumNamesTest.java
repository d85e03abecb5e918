package org.suzhi.web.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StratumNamesTest {
    private final StratumNames.Names names = new StratumNames.Names(
            Map.of("t01", "Yuanshan", "t02-old", "Old town"), kind -> kind.equals("urban") ? "Urban" : kind);

    @ParameterizedTest
    @CsvSource({
        "t01, Yuanshan",
        "t01-urban, Yuanshan · Urban",
        "t01-hills, Yuanshan · hills",
        "t02-old, Old town",
        "t02-old-urban, Old town · Urban",
        "t03, t03",
        "t03-urban, t03-urban",
        "north, north"
    })
    void aStratumIsCalledAfterItsTown(String code, String name) {
        assertThat(names.of(code)).isEqualTo(name);
    }
}
