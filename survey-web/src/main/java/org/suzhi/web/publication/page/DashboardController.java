package org.suzhi.web.publication.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.web.publication.Publications;

/** The public dashboard, its charts and its tables. */
@Controller
class DashboardController {
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Publications publications;
    private final MessageSource messages;
    private final RenderedCharts charts;

    DashboardController(Publications publications, MessageSource messages, RenderedCharts charts) {
        this.publications = publications;
        this.messages = messages;
        this.charts = charts;
    }

    @GetMapping("/")
    String dashboard(Model model, Locale locale) {
        Optional<SeriesReading> reading = reading();
        if (reading.isEmpty()) {
            return "nothing-published";
        }
        DashboardPage page = new Dashboards(reading.get(), texts(locale), charts).page();
        model.addAttribute("page", page);
        model.addAttribute("synthetic", page.synthetic());
        return "dashboard";
    }

    @GetMapping("/charts/{name}.svg")
    ResponseEntity<byte[]> svg(@PathVariable String name, Locale locale) {
        return file(charts.svg(published(), topic(name), texts(locale)), SVG, name, "svg");
    }

    @GetMapping("/charts/{name}.png")
    ResponseEntity<byte[]> png(@PathVariable String name, Locale locale) {
        return file(charts.png(published(), topic(name), texts(locale)), MediaType.IMAGE_PNG, name, "png");
    }

    @GetMapping("/tables/{name}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String name, Locale locale) {
        String csv = new SeriesTables(published(), texts(locale)).csv(topic(name));
        return file(csv.getBytes(StandardCharsets.UTF_8), CSV, name, "csv");
    }

    private Optional<SeriesReading> reading() {
        return publications
                .current()
                .filter(series -> !series.waves().isEmpty())
                .map(SeriesReading::new);
    }

    private SeriesReading published() {
        return reading().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Topic topic(String name) {
        return Topic.of(name)
                .filter(topic -> published().has(topic))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Texts texts(Locale locale) {
        return new Texts(messages, locale, publications);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name, String extension) {
        ContentDisposition disposition = ContentDisposition.inline()
                .filename("suzhi-" + name + "." + extension)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(bytes);
    }
}
