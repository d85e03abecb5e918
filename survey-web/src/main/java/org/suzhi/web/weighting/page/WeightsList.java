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
import org.suzhi.web.weighting.WeightingPlan;
import org.suzhi.web.weighting.WeightingPlans;

/** How far the weighting of each wave is. */
@Controller
class WeightsList {
    private final Desk desk;
    private final Fieldwork fieldwork;
    private final MarginVersions margins;
    private final WeightingPlans plans;
    private final Extracts extracts;

    WeightsList(Desk desk, Fieldwork fieldwork, MarginVersions margins, WeightingPlans plans, Extracts extracts) {
        this.desk = desk;
        this.fieldwork = fieldwork;
        this.margins = margins;
        this.plans = plans;
        this.extracts = extracts;
    }

    /**
     * A wave.
     *
     * @param margins the version in use; null where it has none
     * @param accepted number of the plan in force; null where there is none
     * @param plans how many there are
     */
    record Line(
            Wave wave,
            int received,
            int drawn,
            @Nullable MarginVersion margins,
            int versions,
            @Nullable Integer accepted,
            int plans) {}

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
                    versions.size(),
                    plans.accepted(wave.id()).map(WeightingPlan::number).orElse(null),
                    plans.of(wave.id()).size()));
        }
        lines.sort(Comparator.comparing((Line line) -> line.wave().year()).reversed());
        model.addAttribute("synthetic", survey.synthetic());
        model.addAttribute("lines", lines);
        return "weighting/list";
    }

    /** A year chosen on any of the pages. */
    @GetMapping(path = "/weights", params = "year")
    String chosen(@RequestParam int year) {
        return "redirect:/weights/" + year;
    }
}
