package org.suzhi.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeptParametersTest {
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "lang=en, ''",
        "lang, ''",
        "wave=2024&group=farmers, &wave=2024&group=farmers",
        "lang=en&wave=2024&lang=zh-CN, &wave=2024",
        "language=en, &language=en",
        "year=2025&&surveyor=%E7%94%B2%26b, &year=2025&surveyor=%E7%94%B2%26b",
        "error, &error",
        "//elsewhere.example/, &//elsewhere.example/"
    })
    void allOfTheAddressButTheLanguageIsKept(String query, String kept) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/division");
        request.setQueryString(query);
        request.addParameter("posted", "by a form");
        new KeptParameters().preHandle(request, new MockHttpServletResponse(), this);
        assertThat(request.getAttribute("kept")).isEqualTo(kept);
    }
}
