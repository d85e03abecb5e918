package org.suzhi.web.sampling.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.sampling.Frames;
import org.suzhi.web.sampling.ListWork;
import org.suzhi.web.sampling.StoredFrame;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.supervision.FormInput;

/** Imports lists of persons beside the frame of areas; the page of the frame shows them. */
@Controller
class ListPage {
    private final SamplingDesk sampling;
    private final Desk desk;
    private final Frames frames;
    private final ListWork work;

    ListPage(SamplingDesk sampling, Desk desk, Frames frames, ListWork work) {
        this.sampling = sampling;
        this.desk = desk;
        this.frames = frames;
        this.work = work;
    }

    /** Imports a list; where anything is wrong in it, everything wrong is told and nothing is stored. */
    @PostMapping("/sampling/{year}/lists")
    String add(
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Desk.View view = desk.open(user, year, model);
        FormInput input = new FormInput(fields, desk, locale);
        String group = input.text("group");
        if (!sampling.groups(view, locale).containsKey(group)) {
            input.wrong("lists.no-group", group);
        }
        Optional<StoredFrame> frame = frames.newest(view.wave().id());
        if (frame.isEmpty()) {
            input.wrong("lists.no-frame");
        }
        TableUpload upload = TableUpload.read(input, file);
        List<String> wrong = new ArrayList<>(input.problems());
        if (wrong.isEmpty() && frame.isPresent()) {
            wrong.addAll(sampling.words(
                    work.add(user, view.wave(), frame.get(), group, upload.origin(), upload.rows()), locale));
        }
        if (wrong.isEmpty()) {
            redirect.addFlashAttribute(
                    "told", desk.text(locale, "lists.imported", upload.rows().size() - 1));
        } else {
            redirect.addFlashAttribute("wrong", wrong);
        }
        model.asMap().clear();
        return "redirect:/sampling/" + year + "/frame";
    }
}
