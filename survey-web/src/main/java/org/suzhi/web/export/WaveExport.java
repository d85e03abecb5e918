package org.suzhi.web.export;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.suzhi.web.collection.Mode;
import org.suzhi.web.export.format.Format;
import org.suzhi.web.export.jdbc.ResponseCursor;
import org.suzhi.web.export.jdbc.WaveTables;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Column;
import org.suzhi.web.export.table.Columns;
import org.suzhi.web.export.table.Label;
import org.suzhi.web.export.table.Rows;
import org.suzhi.web.export.table.Study;
import org.suzhi.web.export.table.Surroundings;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.SampledPsu;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import org.suzhi.web.publication.HeadlineSettings;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.WavePublisher;
import org.suzhi.web.questionnaire.AnswerCodes;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;
import org.suzhi.web.questionnaire.Questionnaires;

/** Puts together the table of a wave. */
@Component
class WaveExport {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final WavePublisher publisher;
    private final Publications published;
    private final HeadlineSettings headline;
    private final ExportSettings settings;
    private final AnswerCodes codes;
    private final WaveWeighting weighting;
    private final WaveTables tables;
    private final ResponseCursor cursor;
    private final MessageSource messages;
    private final Clock clock;

    WaveExport(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            WavePublisher publisher,
            Publications published,
            HeadlineSettings headline,
            ExportSettings settings,
            AnswerCodes codes,
            WaveWeighting weighting,
            WaveTables tables,
            ResponseCursor cursor,
            MessageSource messages,
            Clock clock) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.publisher = publisher;
        this.published = published;
        this.headline = headline;
        this.settings = settings;
        this.codes = codes;
        this.weighting = weighting;
        this.tables = tables;
        this.cursor = cursor;
        this.messages = messages;
        this.clock = clock;
    }

    private Survey survey(int year) {
        return fieldwork.survey().orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, Integer.toString(year)));
    }

    private Wave wave(int year) {
        return fieldwork.waves(survey(year).id()).stream()
                .filter(wave -> wave.year() == year)
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, Integer.toString(year)));
    }

    String fileName(int year) {
        return Study.fileName(survey(year), wave(year));
    }

    /** Brings the published rate up to date where the format tells it. */
    void refresh(int year, Format format) {
        if (format == Format.R || format == Format.DDI) {
            publisher.publishIfStale(wave(year).id());
        }
    }

    Table table(int year, boolean withText) {
        Survey survey = survey(year);
        Wave wave = wave(year);
        PublishedQuestionnaire questionnaire = questionnaires.get(wave.questionnaireVersionId());
        List<SampledPsu> psus = tables.sample(wave.id());
        List<MarginCell> margins = fieldwork.margins(wave.id());
        Study study = study(survey, wave, questionnaire, psus, margins);
        Surroundings surroundings = new Surroundings(
                study,
                sample(survey, questionnaire, psus),
                modes(),
                labels(fieldwork.groups(survey.id())),
                levels(margins),
                settings.refusal(),
                codes,
                weighting.weights(wave.id()),
                messages);
        List<Column> columns = Columns.of(questionnaire, surroundings, withText);
        return new Table(study, columns.stream().map(Column::variable).toList(), rows(wave, columns));
    }

    private Study study(
            Survey survey,
            Wave wave,
            PublishedQuestionnaire questionnaire,
            List<SampledPsu> psus,
            List<MarginCell> margins) {
        Optional<Study.Rate> rate = published.current().stream()
                .flatMap(series -> series.waves().stream())
                .filter(published -> published.year() == wave.year())
                .findFirst()
                .map(published -> new Study.Rate(
                        published.overall().estimate(), published.overall().se()));
        return new Study(
                survey,
                wave,
                questionnaire.title(),
                questionnaire.formId(),
                questionnaire.version(),
                headline.youngest(),
                headline.oldest(),
                headline.literateFrom(),
                headline.smallestCell(),
                psus.size(),
                (int) psus.stream().map(SampledPsu::stratum).distinct().count(),
                psus.stream().mapToInt(SampledPsu::invited).sum(),
                margins,
                weighting.told(wave.id(), margins),
                rate,
                OffsetDateTime.now(clock));
    }

    private Surroundings.Sample sample(Survey survey, PublishedQuestionnaire questionnaire, List<SampledPsu> psus) {
        Map<String, Label> towns = labels(fieldwork.towns(survey.id()));
        return new Surroundings.Sample(
                codes(psus, SampledPsu::stratum, Map.of()),
                codes(psus, SampledPsu::code, choices(questionnaire, headline.psu())),
                codes(psus, SampledPsu::townCode, towns),
                codes(psus, SampledPsu::residence, choices(questionnaire, "residence")));
    }

    /** The codes that the sample has, in order, named where a name is known. */
    private static Map<String, Label> codes(
            List<SampledPsu> psus, Function<SampledPsu, String> code, Map<String, Label> names) {
        Map<String, Label> codes = new LinkedHashMap<>();
        psus.stream().map(code).distinct().sorted().forEach(c -> codes.put(c, names.getOrDefault(c, Label.of(c))));
        return codes;
    }

    private static Map<String, Label> choices(PublishedQuestionnaire questionnaire, String item) {
        return questionnaire.form().items().stream()
                .filter(i -> i.name().equals(item))
                .findFirst()
                .map(i -> i.choices().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> Label.of(e.getValue()))))
                .orElse(Map.of());
    }

    private static Map<String, Label> labels(List<NamedCode> names) {
        Map<String, Label> labels = new LinkedHashMap<>();
        names.forEach(name -> labels.put(name.code(), new Label(name.nameZh(), name.nameEn())));
        return labels;
    }

    private Map<String, Label> modes() {
        Map<String, Label> modes = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            String key = "exports.mode." + mode.name().toLowerCase(Locale.ROOT);
            modes.put(
                    mode.name(),
                    new Label(
                            messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE),
                            messages.getMessage(key, null, Locale.ENGLISH)));
        }
        return modes;
    }

    private static Map<String, List<String>> levels(List<MarginCell> margins) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        for (MarginCell cell : margins) {
            for (int v = 0; v < cell.variables().size(); v++) {
                List<String> known = levels.computeIfAbsent(cell.variables().get(v), name -> new ArrayList<>());
                if (!known.contains(cell.levels().get(v))) {
                    known.add(cell.levels().get(v));
                }
            }
        }
        return levels;
    }

    private Rows rows(Wave wave, List<Column> columns) {
        return new Rows() {
            @Override
            public long count() {
                return cursor.count(wave.id());
            }

            @Override
            public void forEach(Reader reader) throws java.io.IOException {
                cursor.forEach(wave.id(), headline.psu(), response -> {
                    List<Cell> cells = new ArrayList<>(columns.size());
                    columns.forEach(column -> cells.add(column.cell().apply(response)));
                    reader.row(cells);
                });
            }
        };
    }
}
