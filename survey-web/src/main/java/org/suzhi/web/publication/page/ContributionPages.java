package org.suzhi.web.publication.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.suzhi.analysis.chart.Chart;
import org.suzhi.analysis.chart.ChartPng;
import org.suzhi.analysis.chart.ChartSvg;
import org.suzhi.web.publication.Contributions;
import org.suzhi.web.publication.Contributions.Split;
import org.suzhi.web.publication.PartsOfWaves;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/** Who made the change between two waves, who lags, and what if a group did better; its address keeps what was asked. */
@Controller
class ContributionPages {
    private static final int DOWNLOAD = 960;
    private final Publications publications;
    private final PartsOfWaves parts;
    private final MessageSource messages;
    private final DrawnPages drawn;

    ContributionPages(Publications publications, PartsOfWaves parts, MessageSource messages, DrawnPages drawn) {
        this.publications = publications;
        this.parts = parts;
        this.messages = messages;
        this.drawn = drawn;
    }

    @GetMapping("/contributions")
    ModelAndView page(
            @RequestParam(defaultValue = "") String wave,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String rate,
            Locale locale) {
        Optional<PublishedSeries> series = series();
        if (series.isEmpty()) {
            return new ModelAndView(
                    "nothing-published",
                    Map.of("missing", publications.missing().key()));
        }
        Texts texts = texts(locale);
        Map<String, Object> model = new LinkedHashMap<>();
        ModelAndView page = new ModelAndView("contributions");
        ContributionQuestion question;
        try {
            question = ContributionQuestion.of(series.get(), wave, since, group, rate);
        } catch (ContributionQuestion.Wrong wrong) {
            model.put("told", texts.of(wrong.key(), wrong.got()));
            page.setStatus(HttpStatus.BAD_REQUEST);
            question = ContributionQuestion.of(series.get(), "", "", "", "");
        }
        PublishedSeries upTo = series.get().upTo(question.wave().year());
        model.put("question", question);
        model.put("synthetic", upTo.synthetic());
        model.put("years", series.get().waves().stream().map(w -> w.year()).toList());
        Optional<Contributions> contributions = Contributions.of(question.since(), question.wave(), parts);
        if (contributions.isPresent()) {
            model.put("contributions", contributions.get());
            ContributionQuestion asked = question;
            if (!group.isEmpty() && contributions.get().group(group).isEmpty()) {
                model.putIfAbsent("told", texts.of("contributions.wrong.group", group));
                page.setStatus(HttpStatus.BAD_REQUEST);
            }
            ContributionView view = new ContributionView(contributions.get(), upTo, texts);
            model.put("view", view);
            model.put(
                    "sections",
                    drawn.of(
                            series.get(),
                            new View(asked.wave().year(), null),
                            texts.language(),
                            "contributions"
                                    + asked.since().map(PublishedWave::year).orElse(0),
                            view::sections));
            view.whatIf(question).ifPresent(whatIf -> model.put("whatIf", whatIf));
        }
        page.addAllObjects(model);
        return page;
    }

    @GetMapping("/contributions/{name}.{extension}")
    ResponseEntity<byte[]> file(
            @PathVariable String name,
            @PathVariable String extension,
            @RequestParam(defaultValue = "") String wave,
            @RequestParam(defaultValue = "") String since,
            Locale locale) {
        PublishedSeries series = series().orElseThrow(ContributionPages::notFound);
        Texts texts = texts(locale);
        ContributionQuestion question;
        try {
            question = ContributionQuestion.of(series, wave, since, "", "");
        } catch (ContributionQuestion.Wrong wrong) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, texts.of(wrong.key(), wrong.got()), wrong);
        }
        Contributions contributions = Contributions.of(question.since(), question.wave(), parts)
                .filter(c -> c.from().isPresent())
                .orElseThrow(ContributionPages::notFound);
        List<Split> splits = name.equals("group")
                ? contributions.groups()
                : contributions.dimensions().stream()
                        .filter(split -> split.dimension().equals(name))
                        .toList();
        if (splits.isEmpty()) {
            throw notFound();
        }
        ContributionCharts charts = new ContributionCharts(contributions, series, texts);
        Chart chart = name.equals("group") ? charts.groups() : charts.levels(splits.get(0));
        return switch (extension) {
            case "svg" ->
                answer(
                        ChartSvg.standalone(chart, DOWNLOAD).getBytes(StandardCharsets.UTF_8),
                        MediaType.valueOf("image/svg+xml"),
                        name + ".svg");
            case "png" -> answer(ChartPng.of(chart, DOWNLOAD, 2), MediaType.IMAGE_PNG, name + ".png");
            case "csv" ->
                answer(
                        new ContributionTables(contributions, texts)
                                .csv(splits, series.synthetic() ? texts.of("synthetic.mark") : "")
                                .getBytes(StandardCharsets.UTF_8),
                        new MediaType("text", "csv", StandardCharsets.UTF_8),
                        name + ".csv");
            default -> throw notFound();
        };
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<byte[]> answer(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("suzhi-contributions-" + name)
                                .build()
                                .toString())
                .body(bytes);
    }

    private Optional<PublishedSeries> series() {
        return publications.current().filter(series -> !series.waves().isEmpty());
    }

    private Texts texts(Locale locale) {
        return new Texts(messages, locale, publications);
    }
}
