package org.suzhi.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;

class UploadedFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"村.csv", "/home/a/村.csv", "C:\\帧\\村.csv", "a/b\\村.csv"})
    void aNameHasNoFolders(String sent) {
        assertThat(UploadedFile.name(new MockMultipartFile("file", sent, "text/csv", new byte[1])))
                .isEqualTo("村.csv");
    }

    @Test
    void aFileWithoutANameGetsTheUsualOne() {
        MockMultipartFile nameless = new MockMultipartFile("file", new byte[] {7});
        assertThat(UploadedFile.nameOr(nameless, "margins")).isEqualTo("margins");
        assertThat(UploadedFile.lastName(null)).isEmpty();
        assertThat(UploadedFile.bytes(nameless)).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".hidden", "a/b", "a\\b", "a\u0000b", "a\u202Egpj.exe"})
    void aNameThatIsAPlaceOrReadsOtherwiseIsNotSafe(String name) {
        assertThat(UploadedFile.isSafe(name)).isFalse();
    }

    @Test
    void anOrdinaryNameIsSafe() {
        assertThat(UploadedFile.isSafe("图 1.jpg")).isTrue();
    }
}
