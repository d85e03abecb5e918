package org.suzhi.web.export;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.suzhi.web.export.format.Format;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;

/** The page with the exports of every wave. */
@Controller
class ExportPage {
    private final Fieldwork fieldwork;

    ExportPage(Fieldwork fieldwork) {
        this.fieldwork = fieldwork;
    }

    /** A format with the key of the words that say what it is for. */
    record Offer(String extension, String key) {}

    @GetMapping("/exports")
    String exports(Model model) {
        List<Offer> offers = java.util.Arrays.stream(Format.values())
                .map(f -> new Offer(f.extension(), "exports.format." + f.extension()))
                .toList();
        List<Integer> years = fieldwork.survey().stream()
                .flatMap(survey -> fieldwork.waves(survey.id()).stream())
                .map(Wave::year)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        model.addAttribute("offers", offers);
        model.addAttribute("years", years);
        model.addAttribute(
                "synthetic", fieldwork.survey().map(Survey::synthetic).orElse(false));
        return "exports";
    }
}
