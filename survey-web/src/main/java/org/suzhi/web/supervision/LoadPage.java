package org.suzhi.web.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.collection.ResponseLoad;
import org.suzhi.web.collection.ResponseLoader;
import org.suzhi.web.collection.ResponseLoads;
import org.suzhi.web.fieldwork.Right;

/** Where files of responses are loaded, and what became of each. */
@Controller
class LoadPage {
    private static final int MOST_LOADS = 20;
    private static final int MOST_REFUSALS_SHOWN = 100;
    private static final List<String> WRONG = List.of("too-large", "none", "unreadable");

    private final Desk desk;
    private final ResponseLoads loads;
    private final ResponseLoader loader;
    private final Clock clock;

    LoadPage(Desk desk, ResponseLoads loads, ResponseLoader loader, Clock clock) {
        this.desk = desk;
        this.loads = loads;
        this.loader = loader;
        this.clock = clock;
    }

    @GetMapping("/fieldwork/load")
    String show(
            @RequestParam(required = false) @Nullable String wrong,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            Locale locale) {
        Right.RUN_WAVES.require(user);
        desk.open(user, null, model);
        if (wrong != null && WRONG.contains(wrong)) {
            model.addAttribute("wrong", List.of(desk.text(locale, "load." + wrong, LoadUpload.MOST_MEGABYTES)));
        }
        model.addAttribute("megabytes", LoadUpload.MOST_MEGABYTES);
        model.addAttribute("loads", loads.newest(MOST_LOADS));
        model.addAttribute("times", this);
        return "fieldwork/loads";
    }

    @GetMapping("/fieldwork/load/{id}")
    String one(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean figuresOnly,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        Right.RUN_WAVES.require(user);
        desk.open(user, null, model);
        boolean running = loader.isRunning(id);
        model.addAttribute("load", find(id));
        model.addAttribute("running", running);
        model.addAttribute("refusals", loads.refusals(id, MOST_REFUSALS_SHOWN));
        return figuresOnly ? "fieldwork/load :: figures" : "fieldwork/load";
    }

    /** All refusals as a table that spreadsheets open. */
    @GetMapping("/fieldwork/load/{id}/refused.csv")
    ResponseEntity<byte[]> refused(@PathVariable long id, @AuthenticationPrincipal SignedIn user) {
        Right.RUN_WAVES.require(user);
        StringBuilder csv = new StringBuilder("\uFEFFentry,code,reason\r\n");
        for (ResponseLoad.Refusal refusal : loads.refusals(find(id).id(), Integer.MAX_VALUE)) {
            csv.append(quoted(refusal.entry()))
                    .append(',')
                    .append(refusal.code())
                    .append(',')
                    .append(quoted(refusal.reason()))
                    .append("\r\n");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("refused-" + id + ".csv")
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Quoted, and kept from being taken for a formula. */
    private static String quoted(String text) {
        String plain = text.replace("\"", "\"\"");
        return '"' + (plain.matches("[=+@\\-].*") ? " " + plain : plain) + '"';
    }

    private ResponseLoad find(long id) {
        return loads.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    public String minute(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(clock.getZone())
                .format(at);
    }
}
