package org.suzhi.web.publication.page;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.publication.AnalysisRun;
import org.suzhi.web.publication.HeadlineSettings;
import org.suzhi.web.publication.Publication;
import org.suzhi.web.publication.PublicationDesk;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;

/** Published figures for everybody: in formats of statistics, under permanent addresses, and as charts for other sites. */
@Controller
class OpenDataController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Publications published;
    private final PublicationDesk publications;
    private final Fieldwork fieldwork;
    private final HeadlineSettings settings;
    private final MessageSource messages;
    private final DrawnPages drawn;
    private final RenderedCharts charts;
    private final Clock clock;

    OpenDataController(
            Publications published,
            PublicationDesk publications,
            Fieldwork fieldwork,
            HeadlineSettings settings,
            MessageSource messages,
            DrawnPages drawn,
            RenderedCharts charts,
            Clock clock) {
        this.published = published;
        this.publications = publications;
        this.fieldwork = fieldwork;
        this.settings = settings;
        this.messages = messages;
        this.drawn = drawn;
        this.charts = charts;
        this.clock = clock;
    }

    /** Headline figures of a wave as published once; {@code replacedBy} is the correction that holds now. */
    record Line(
            long id,
            int year,
            LocalDate publishedOn,
            @Nullable Long replacedBy) {}

    /** A chart that can be shown on another site. */
    record Embedded(String slug, String title) {}

    @GetMapping("/data")
    String page(Model model, Locale locale) {
        Texts texts = new Texts(messages, locale, published);
        Optional<PublishedSeries> series =
                published.current().filter(s -> !s.waves().isEmpty());
        List<Embedded> charts = new ArrayList<>();
        series.map(SeriesReading::new).ifPresent(reading -> {
            for (Topic topic : Topic.values()) {
                if (reading.has(topic)) {
                    charts.add(new Embedded(topic.slug(), texts.of("topic." + topic.slug() + ".title")));
                }
            }
        });
        model.addAttribute(
                "synthetic", fieldwork.survey().map(Survey::synthetic).orElse(false));
        model.addAttribute("indicator", series.map(s -> s.target().indicator()).orElse(null));
        model.addAttribute("missing", published.missing().key());
        model.addAttribute("lines", lines());
        model.addAttribute("charts", charts);
        model.addAttribute(
                "base", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return "open-data";
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Publication publication : publications.all()) {
            Publication.Deed deed = publication.published();
            if (publication.kind() == AnalysisRun.Kind.HEADLINE && deed != null) {
                fieldwork
                        .wave(publication.waveId())
                        .ifPresent(wave -> lines.add(new Line(
                                publication.id(),
                                wave.year(),
                                LocalDate.ofInstant(deed.at(), clock.getZone()),
                                publication.replacedBy())));
            }
        }
        lines.sort(Comparator.comparing(Line::year).thenComparing(Line::id).reversed());
        return lines;
    }

    /** What holds today, of all waves. */
    @GetMapping("/data/{indicator}.csv")
    ResponseEntity<byte[]> current(@PathVariable String indicator) {
        return csv(
                published
                        .current()
                        .filter(series -> series.target().indicator().equals(indicator))
                        .orElseThrow(OpenDataController::notFound),
                indicator);
    }

    /** One publication: never changes, also when a correction has replaced it. */
    @GetMapping("/publications/{id:[0-9]+}/data.csv")
    ResponseEntity<byte[]> publication(@PathVariable long id) {
        return csv(published.published(id).orElseThrow(OpenDataController::notFound), "publication-" + id);
    }

    private ResponseEntity<byte[]> csv(PublishedSeries series, String name) {
        SdmxCsv csv = new SdmxCsv(settings.dimensions().stream()
                .map(HeadlineSettings.Dimension::name)
                .toList());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("suzhi-" + name + ".csv")
                                .build()
                                .toString())
                .body(csv.of(series).getBytes(StandardCharsets.UTF_8));
    }

    /** A chart alone, for a frame of another site. */
    @GetMapping("/embed/{name}")
    String embed(@PathVariable String name, View view, Model model, Locale locale) {
        Topic topic = Topic.of(name).orElseThrow(OpenDataController::notFound);
        Texts texts = new Texts(messages, locale, published);
        model.addAttribute("title", texts.of("topic." + topic.slug() + ".title"));
        Optional<PublishedSeries> current = published.current();
        if (current.isEmpty()) {
            model.addAttribute("missing", published.missing().key());
            return "embed";
        }
        PublishedSeries series = current.get();
        SeriesReading reading = view.of(series).filter(r -> r.has(topic)).orElseThrow(OpenDataController::notFound);
        model.addAttribute(
                "chart",
                drawn.of(
                        series,
                        view,
                        texts.language(),
                        "embed-" + topic.slug(),
                        () -> charts.drawing(reading, texts, topic)));
        model.addAttribute("survey", series.survey().name(locale));
        model.addAttribute("slug", topic.slug());
        return "embed";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
