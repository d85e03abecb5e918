package org.suzhi.web.weighting.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.microdata.CategoryColumn;
import org.suzhi.microdata.Extract;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.extract.Variables;
import org.suzhi.web.extract.WaveExtract;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.supervision.Desk;
import org.suzhi.web.weighting.MarginTemplate;
import org.suzhi.web.weighting.WeightingVariable;

/** Margins as files: versions as they were imported, and a template to fill in. */
@Controller
class MarginFiles {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final WeightingDesk weighting;
    private final MarginVersions margins;
    private final Extracts extracts;
    private final Variables headline;

    MarginFiles(WeightingDesk weighting, MarginVersions margins, Extracts extracts, Variables headline) {
        this.weighting = weighting;
        this.margins = margins;
        this.extracts = extracts;
        this.headline = headline;
    }

    @GetMapping("/weights/{year}/margins/{number}.csv")
    ResponseEntity<byte[]> version(
            @PathVariable int year, @PathVariable int number, @AuthenticationPrincipal SignedIn user, Locale locale) {
        Wave wave = wave(user, year, locale);
        long id = margins.of(wave.id()).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
        return file("margins-" + year + "-" + number + ".csv", "text/csv", MarginTemplate.csv(margins.cells(id), true));
    }

    /** The cells in use, else those of every breakdown, with the totals left open. */
    @GetMapping("/weights/{year}/margins/template.csv")
    ResponseEntity<byte[]> csv(@PathVariable int year, @AuthenticationPrincipal SignedIn user, Locale locale) {
        List<MarginCell> cells = template(wave(user, year, locale), locale);
        return file("margins-template-" + year + ".csv", "text/csv", MarginTemplate.csv(cells, false));
    }

    @GetMapping("/weights/{year}/margins/template.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable int year, @AuthenticationPrincipal SignedIn user, Locale locale) {
        List<MarginCell> cells = template(wave(user, year, locale), locale);
        return file("margins-template-" + year + ".xlsx", XLSX, MarginTemplate.workbook(cells, false));
    }

    private Wave wave(SignedIn user, int year, Locale locale) {
        Desk.View view = weighting.open(user, year, "margins", new ExtendedModelMap(), locale);
        return view.wave();
    }

    private List<MarginCell> template(Wave wave, Locale locale) {
        Optional<List<MarginCell>> there =
                margins.of(wave.id()).stream().findFirst().map(v -> margins.cells(v.id()));
        if (there.isPresent()) {
            return there.get();
        }
        Optional<Extract> rows = extracts.ifReady(wave.id(), true).map(WaveExtract::table);
        var variables = weighting.names(wave, locale).variables();
        List<MarginCell> cells = new ArrayList<>();
        for (Variables.Breakdown breakdown : headline.dimensions()) {
            WeightingVariable variable = variables.get(breakdown.column());
            if (variable != null) {
                levels(variable, rows)
                        .forEach(level -> cells.add(new MarginCell(
                                List.of(variable.name()), List.of(level), 0, "", LocalDate.EPOCH, false)));
            }
        }
        return cells;
    }

    /** The levels of the questionnaire, else those that the rows have, else one to be filled in. */
    private static Stream<String> levels(WeightingVariable variable, Optional<Extract> rows) {
        if (!variable.levels().isEmpty()) {
            return variable.levels().stream().map(NamedCode::code);
        }
        return rows.filter(r -> r.names().contains(variable.name()))
                .map(r -> r.column(variable.name()))
                .filter(CategoryColumn.class::isInstance)
                .map(column -> ((CategoryColumn) column).levels().stream().sorted())
                .orElse(Stream.of(""));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(content);
    }
}
