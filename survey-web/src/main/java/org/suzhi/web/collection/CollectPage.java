package org.suzhi.web.collection;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The web form's page: one page whatever the address below it, since the form finds its way itself. */
@Controller
class CollectPage {
    @GetMapping({"/collect", "/collect/{*rest}"})
    String form() {
        return "forward:/app/index.html";
    }
}
