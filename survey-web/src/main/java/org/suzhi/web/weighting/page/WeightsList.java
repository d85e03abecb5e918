package org.suzhi.web.weighting.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.MarginVersion;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.supervision.Desk;

/** How far the weighting of each wave is. */
@Controller
class WeightsList {
    private final Desk desk;
    private final Fieldwork fieldwork;
    private final MarginVersions margins;
    private final Extracts extracts;

    WeightsList(Desk desk, Fieldwork fieldwork, MarginVersions margins, Extracts extracts) {
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.margins = margins;
        this.extracts = extracts;
    }

    /**
     * A wave.
     *
     * @param margins the version in use; null where it has none
     */
    record Line(
            Wave wave, int received, int drawn, @Nullable MarginVersion margins, int versions) {}

    @GetMapping("/weights")
    String list(@AuthenticationPrincipal SignedIn user, Model model) {
        Right.RUN_WAVES.require(user);
        Survey survey = desk.survey();
        List<Line> lines = new ArrayList<>();
        for (Wave wave : fieldwork.waves(survey.id())) {
            List<MarginVersion> versions = margins.of(wave.id());
            lines.add(new Line(
                    wave,
                    extracts.received(wave.id()),
                    fieldwork.psuTowns(wave.id()).size(),
                    versions.stream().filter(MarginVersion::inUse).findFirst().orElse(null),
                    versions.size()));
        }
        lines.sort(Comparator.comparing((Line line) -> line.wave().year()).reversed());
        model.addAttribute("synthetic", survey.synthetic());
        model.addAttribute("lines", lines);
        return "weighting/list";
    }

    /** A year chosen on any of the pages. */
    @GetMapping(path = "/weights", params = "year")
    String chosen(@RequestParam int year) {
        return "redirect:/weights/" + year + "/margins";
    }
}
