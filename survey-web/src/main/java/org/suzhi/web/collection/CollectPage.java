package org.suzhi.web.collection;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The web form's page, for surveyors and by a respondent's link: one page whatever the address, since the form finds its
 * way itself. */
@Controller
class CollectPage {
    @GetMapping({"/collect", "/collect/{*rest}", "/r/{token}"})
    String form() {
        return "forward:/app/index.html";
    }
}
