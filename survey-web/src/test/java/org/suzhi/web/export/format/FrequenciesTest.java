package org.suzhi.web.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FrequenciesTest {
    private static final int SEX = 3;

    /** Counts of male and female; number is even for a man. */
    private static Frequencies of(int men, int women) throws IOException {
        Profile profile =
                Profile.of(MadeUpTable.of((long) men + women, i -> MadeUpTable.row(i < men ? 2 * i : 2 * i + 1, "x")));
        return Frequencies.of(profile, SEX, 2, 30);
    }

    @Test
    void largeCellsAreTold() throws IOException {
        assertThat(of(30, 40).of(0)).isEqualTo(OptionalLong.of(30));
        assertThat(of(30, 40).of(1)).isEqualTo(OptionalLong.of(40));
    }

    @Test
    void aSmallCellIsHeldBackWithOneFromWhichItCouldBeFound() throws IOException {
        assertThat(of(29, 40).of(0)).isEmpty();
        assertThat(of(29, 40).of(1)).isEmpty();
    }

    @Test
    void twoSmallCellsHideEachOther() throws IOException {
        assertThat(of(3, 4).of(0)).isEmpty();
        assertThat(of(3, 4).of(1)).isEmpty();
    }

    @Test
    void anEmptyCellIsNobodysSecret() throws IOException {
        assertThat(of(0, 40).of(0)).isEqualTo(OptionalLong.of(0));
        assertThat(of(0, 40).of(1)).isEqualTo(OptionalLong.of(40));
    }
}
