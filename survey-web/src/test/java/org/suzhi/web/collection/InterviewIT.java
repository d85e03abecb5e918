package org.suzhi.web.collection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Village;
import org.suzhi.web.ServerFixture;

class InterviewIT extends ServerFixture {
    @Test
    void aFarmersInterviewOnAPhoneRaisesTheCountOnTheDashboardByOne() {
        SampleCounty county = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED);
        Village village = county.wave(2025).sampledVillages().get(0).village();
        String town = county.towns().stream()
                .filter(t -> t.code().equals(village.town()))
                .findFirst()
                .orElseThrow()
                .nameZh();
        try (Phone phone = new Phone()) {
            int before = responseCount(phone);

            phone.page.navigate(address("/collect"));
            phone.page.waitForURL("**/login**");
            phone.page.fill("[name=username]", SURVEYOR);
            phone.page.fill("[name=password]", PASSWORD);
            phone.page.click("button[type=submit]");
            // Until here the form was told, rightly, to ask for a login.
            phone.page.locator(".wave .button-main").first().waitFor();
            phone.consoleErrors.clear();
            phone.page.locator(".wave .button-main").first().click();

            phone.choose("您愿意参加吗", "愿意");
            phone.choose("您现在住在哪个镇", town);
            phone.choose("您住在哪个村或社区", village.nameZh());
            phone.choose("城镇还是农村", "城镇");
            phone.choose("您的性别", "男");
            phone.type("您今年多少周岁", "45");
            phone.choose("最高学历", "初中");
            phone.choose("您现在主要做什么", "务农");
            phone.answerTheRest();
            phone.page.locator(".form-foot .button-main").click();
            assertThat(phone.page.locator("main"))
                    .containsText("提交成功", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));

            phone.page.navigate(address("/"));
            assertThat(phone.consoleErrors).isEmpty();
            awaitCount(phone, before + 1);
        }
    }

    private int responseCount(Phone phone) {
        phone.page.navigate(address("/"));
        return Integer.parseInt(
                phone.page.locator("#response-count").textContent().trim());
    }

    /** The dashboard follows within seconds; a slow machine is given a minute. */
    private void awaitCount(Phone phone, int expected) {
        int count = responseCount(phone);
        for (int i = 0; i < 60 && count != expected; i++) {
            phone.page.waitForTimeout(1000);
            count = responseCount(phone);
        }
        assertThat(count).isEqualTo(expected);
    }
}
