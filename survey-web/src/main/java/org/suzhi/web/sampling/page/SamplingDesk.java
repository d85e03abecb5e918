package org.suzhi.web.sampling.page;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.sampling.Frames;
import org.suzhi.web.supervision.Desk;

/** What every sampling page needs: the wave, its frame. */
@Component
class SamplingDesk {
    private final Desk desk;
    private final Frames frames;

    SamplingDesk(Desk desk, Frames frames) {
        this.desk = desk;
        this.frames = frames;
    }

    /** Opens a page on the wave of a year. */
    Desk.View open(SignedIn user, int year, String here, Model model) {
        Desk.View view = desk.open(user, year, model);
        model.addAttribute("here", here);
        model.addAttribute("frame", frames.newest(view.wave().id()).orElse(null));
        return view;
    }
}
