package org.suzhi.web.publication.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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
import org.suzhi.web.publication.PublishedSeries;

/** The public dashboard, its charts and its tables: of the newest wave, or of the one and the group that the address names. */
@Controller
class DashboardController {
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Publications publications;
    private final MessageSource messages;
    private final DrawnPages drawn;
    private final RenderedCharts charts;

    DashboardController(Publications publications, MessageSource messages, DrawnPages drawn, RenderedCharts charts) {
        this.publications = publications;
        this.messages = messages;
        this.drawn = drawn;
        this.charts = charts;
    }

    @GetMapping("/")
    String dashboard(View view, Model model, Locale locale) {
        return page(view, "dashboard", model, locale);
    }

    /** The same for a wall screen: one panel after another, in large type. */
    @GetMapping("/kiosk")
    String kiosk(View view, Model model, Locale locale) {
        return page(view, "kiosk", model, locale);
    }

    @GetMapping("/charts/{name}.svg")
    ResponseEntity<byte[]> svg(@PathVariable String name, View view, Locale locale) {
        return file(
                view,
                name,
                "svg",
                SVG,
                locale,
                (reading, topic) ->
                        RenderedCharts.svg(reading, texts(locale), topic).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/charts/{name}.png")
    ResponseEntity<byte[]> png(@PathVariable String name, View view, Locale locale) {
        return file(
                view,
                name,
                "png",
                MediaType.IMAGE_PNG,
                locale,
                (reading, topic) -> RenderedCharts.png(reading, texts(locale), topic));
    }

    @GetMapping("/tables/{name}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String name, View view, Locale locale) {
        return file(
                view,
                name,
                "csv",
                CSV,
                locale,
                (reading, topic) ->
                        new SeriesTables(reading, texts(locale)).csv(topic).getBytes(StandardCharsets.UTF_8));
    }

    private String page(View view, String template, Model model, Locale locale) {
        Optional<PublishedSeries> series =
                publications.current().filter(s -> !s.waves().isEmpty());
        if (series.isEmpty()) {
            model.addAttribute("missing", publications.missing().key());
            return "nothing-published";
        }
        SeriesReading reading = view.of(series.get()).orElseThrow(DashboardController::notFound);
        Texts texts = texts(locale);
        DashboardPage page = drawn.of(
                series.get(),
                view,
                texts.language(),
                "page",
                () -> new Dashboards(reading, texts, series.get(), charts).page());
        model.addAttribute("page", page);
        model.addAttribute("synthetic", page.synthetic());
        model.addAttribute("query", view.query());
        if (template.equals("kiosk")) {
            model.addAttribute(
                    "panels", drawn.of(series.get(), view, texts.language(), "panels", () -> panels(reading, texts)));
        }
        return template;
    }

    /** The charts of a wall screen, by the slug of their topic. */
    private Map<String, List<String>> panels(SeriesReading reading, Texts texts) {
        return Arrays.stream(Topic.values())
                .filter(reading::has)
                .collect(Collectors.toMap(Topic::slug, topic -> charts.panels(reading, texts, topic)));
    }

    private ResponseEntity<byte[]> file(
            View view,
            String name,
            String extension,
            MediaType type,
            Locale locale,
            BiFunction<SeriesReading, Topic, byte[]> making) {
        PublishedSeries series = publications.current().orElseThrow(DashboardController::notFound);
        SeriesReading reading = view.of(series).orElseThrow(DashboardController::notFound);
        Topic topic = Topic.of(name).filter(reading::has).orElseThrow(DashboardController::notFound);
        byte[] bytes = drawn.of(
                series, view, texts(locale).language(), name + "." + extension, () -> making.apply(reading, topic));
        return file(bytes, type, name, extension);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
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
