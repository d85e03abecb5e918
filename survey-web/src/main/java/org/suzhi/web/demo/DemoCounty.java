package org.suzhi.web.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.suzhi.sample.DomainFacts;
import org.suzhi.sample.Margin;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Wave;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.NewWave;
import org.suzhi.web.fieldwork.SampledPsu;
import org.suzhi.web.fieldwork.StatutoryLabels;
import org.suzhi.web.fieldwork.SurveySetup;
import org.suzhi.web.fieldwork.WaveTerms;
import org.suzhi.web.publication.ContextLines;
import org.suzhi.web.publication.ItemReference;
import org.suzhi.web.publication.ItemReferences;
import org.suzhi.web.publication.NationalSurvey;
import org.suzhi.web.questionnaire.Questionnaires;

/** Sets up the survey of the synthetic county and its waves, without their responses. */
@Component
class DemoCounty {
    private static final String WORKBOOK = "literacy.xlsx";
    /** Made up, and marked as such. */
    private static final StatutoryLabels LABELS =
            new StatutoryLabels("合成 K401 表", "合成县科学技术协会", "合成统制〔2025〕1 号", LocalDate.of(2099, 12, 31));

    private static final double PLANNED_MARGIN = 0.015;

    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final ItemReferences references;
    private final ContextLines context;

    DemoCounty(Fieldwork fieldwork, Questionnaires questionnaires, ItemReferences references, ContextLines context) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.references = references;
        this.context = context;
    }

    long createSurvey(SampleCounty county) {
        DomainFacts.TargetFact target = DomainFacts.literacyTarget();
        long survey = fieldwork.createSurvey(new SurveySetup(
                "lianping",
                "连平县公民科学素质调查",
                "Lianping County science-literacy survey",
                true,
                county.towns().stream()
                        .map(t -> new NamedCode(t.code(), t.nameZh(), t.nameEn()))
                        .toList(),
                DomainFacts.groups().stream()
                        .map(g -> new NamedCode(g.code(), g.nameZh(), g.nameEn()))
                        .toList(),
                new SurveySetup.Target(target.key(), target.operator(), target.value() / 100, target.deadline())));
        context.replace(
                survey,
                List.of(
                        NationalSurvey.line(),
                        NationalSurvey.line("广东省", "Guangdong", DomainFacts.provincialRates("广东"))));
        references.replace(
                survey,
                DomainFacts.itemPercents().stream()
                        .map(p -> new ItemReference(
                                p.item(),
                                p.country(),
                                p.year(),
                                p.n().isPresent() ? p.n().getAsInt() : null,
                                p.percent(),
                                p.source()))
                        .toList());
        return survey;
    }

    /** The newest wave stays open, so that a visitor can add a response. */
    long createWave(long survey, SampleCounty county, Wave wave) {
        long version = questionnaires.publish(survey, workbook(), WORKBOOK, Integer.toString(wave.year()));
        boolean last = wave.year() == SampleCounty.LAST_YEAR;
        long id = fieldwork.createWave(new NewWave(
                survey,
                wave.year(),
                version,
                wave.opens(),
                last ? null : wave.closes(),
                wave.sampledVillages().stream()
                        .map(v -> new SampledPsu(
                                v.village().code(),
                                v.village().town(),
                                v.village().stratum(),
                                v.village().residence().code(),
                                v.inclusionProbability(),
                                v.village().adults(),
                                v.invited()))
                        .toList(),
                county.margins(wave.year()).stream()
                        .flatMap(m -> cells(m).stream())
                        .toList()));
        if (last) {
            fieldwork.setTerms(id, new WaveTerms(wave.opens(), null, LABELS, PLANNED_MARGIN));
        }
        return id;
    }

    private static List<MarginCell> cells(Margin margin) {
        return margin.cells().stream()
                .map(cell -> new MarginCell(
                        margin.variables(),
                        cell.levels(),
                        cell.adults(),
                        margin.source(),
                        LocalDate.of(margin.year(), 1, 1),
                        margin.synthetic()))
                .toList();
    }

    private static byte[] workbook() {
        try (InputStream in = SampleCounty.class.getResourceAsStream("questionnaire/" + WORKBOOK)) {
            return Objects.requireNonNull(in, WORKBOOK).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
