package org.suzhi.web.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.suzhi.sample.SampleCounty;
import org.suzhi.sample.Truth;
import org.suzhi.sample.Wave;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.fieldwork.Cases;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublicationDesk;
import org.suzhi.web.publication.Publications;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;
import org.suzhi.web.publication.VerdictSentence;
import org.suzhi.web.publication.WavePublisher;
import org.suzhi.web.questionnaire.Questionnaires;

/** Loads the synthetic county where it is not loaded yet, and tells what came out. */
@Service
public class Demonstration {
    private final Fieldwork fieldwork;
    private final Questionnaires questionnaires;
    private final Extracts extracts;
    private final DemoCounty setup;
    private final DemoDivision division;
    private final DemoCases cases;
    private final Cases storedCases;
    private final DemoResponses responses;
    private final DemoLogins logins;
    private final WavePublisher publisher;
    private final Publications published;
    private final PublicationDesk desk;
    private final Clock clock;
    private final MessageSource messages;

    Demonstration(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            Extracts extracts,
            DemoCounty setup,
            DemoDivision division,
            DemoCases cases,
            Cases storedCases,
            DemoResponses responses,
            DemoLogins logins,
            WavePublisher publisher,
            Publications published,
            PublicationDesk desk,
            Clock clock,
            MessageSource messages) {
        this.fieldwork = fieldwork;
        this.questionnaires = questionnaires;
        this.extracts = extracts;
        this.setup = setup;
        this.division = division;
        this.cases = cases;
        this.storedCases = storedCases;
        this.responses = responses;
        this.logins = logins;
        this.publisher = publisher;
        this.published = published;
        this.desk = desk;
        this.clock = clock;
        this.messages = messages;
    }

    /** Loads the waves of these years that are not there, or not whole. */
    public void load(int first, int last) {
        load(
                first,
                last,
                new PrintStream(PrintStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Loads all waves, shows progress, then prints wave by wave the rate, and where to look and sign in. */
    public void present(PrintStream out, String address) {
        out.println("素质 Suzhi · 合成数据 synthetic data");
        SampleCounty county = load(SampleCounty.FIRST_YEAR, SampleCounty.LAST_YEAR, out);
        report(out, county);
        logins.save();
        visit(county);
        logins.print(out);
        out.println();
        out.println(address + "/          dashboard 看板");
        out.println(address + "/division  division of work 任务分工");
        out.println(address + "/collect   interview 填答");
        out.println(address + "/fieldwork progress 进度");
        out.println("Ctrl-C ends it. 按 Ctrl-C 结束。");
    }

    private SampleCounty load(int first, int last, PrintStream out) {
        SampleCounty county = SampleCounty.of(SampleCounty.DEMONSTRATION_SEED);
        long survey = fieldwork.survey().map(Survey::id).orElseGet(() -> setup.createSurvey(county));
        division.load(fieldwork.survey().orElseThrow());
        for (int year = first; year <= last; year++) {
            loadWave(survey, county, county.wave(year), out);
        }
        return county;
    }

    private void loadWave(long survey, SampleCounty county, Wave wave, PrintStream out) {
        long id = fieldwork.waves(survey).stream()
                .filter(w -> w.year() == wave.year())
                .map(org.suzhi.web.fieldwork.Wave::id)
                .findFirst()
                .orElseGet(() -> setup.createWave(survey, county, wave));
        int expected = Math.toIntExact(wave.respondents().count());
        int received = extracts.received(id);
        if (received == 0) {
            cases.create(id, wave);
        }
        if (received < expected) {
            ProgressBar bar = new ProgressBar(
                    out, Integer.toString(wave.year()), expected, System.getenv("SUZHI_TERMINAL") != null);
            Set<String> codes = Set.copyOf(storedCases.codes(id));
            responses.send(wave, formId(survey, wave.year()), codes, bar::at);
            bar.done();
        }
        if (wave.year() != SampleCounty.LAST_YEAR) {
            cases.conclude(id, wave);
        }
        publisher.publishIfStale(id);
        publish(id);
    }

    /** Waves that are over are published; the open one stays provisional. */
    private void publish(long waveId) {
        boolean open = fieldwork.wave(waveId).orElseThrow().isOpen(LocalDate.now(clock));
        if (!open && desk.currentHeadline(waveId).isEmpty()) {
            desk.publishHeadline(null, waveId, "");
        }
    }

    private String formId(long survey, int year) {
        return fieldwork.waves(survey).stream()
                .filter(w -> w.year() == year)
                .map(w -> questionnaires.get(w.questionnaireVersionId()).formId())
                .findFirst()
                .orElseThrow();
    }

    private void visit(SampleCounty county) {
        long survey = fieldwork.survey().orElseThrow().id();
        fieldwork.waves(survey).forEach(wave -> {
            cases.visit(wave.id(), county.wave(wave.year()));
            publisher.publishIfStale(wave.id());
        });
    }

    private void report(PrintStream out, SampleCounty county) {
        PublishedSeries series = published.current().orElseThrow();
        out.printf(
                Locale.ROOT,
                "%n%-6s %6s %12s %8s %18s %8s %6s%n",
                "wave",
                "n",
                "unweighted",
                "rate",
                "95 % interval",
                "truth",
                "deff");
        int covered = 0;
        int intervals = 0;
        for (PublishedWave wave : series.waves()) {
            Figure rate = wave.overall();
            List<Truth> truths = county.truth(wave.year());
            out.printf(
                    Locale.ROOT,
                    "%-6d %6d %11.2f%% %7.2f%% %8.2f%% –%6.2f%% %7.2f%% %6.2f%n",
                    wave.year(),
                    rate.n(),
                    100 * wave.unweightedRate(),
                    100 * rate.estimate(),
                    100 * rate.lower(),
                    100 * rate.upper(),
                    100 * truths.get(0).rate(),
                    rate.deff());
            for (Figure figure : wave.figures()) {
                intervals++;
                covered += covers(figure, truths) ? 1 : 0;
            }
        }
        out.printf(Locale.ROOT, "95 %% intervals that hold the truth: %d of %d (wave x domain)%n", covered, intervals);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            out.println(VerdictSentence.of(series, messages, locale));
        }
    }

    private static boolean covers(Figure figure, List<Truth> truths) {
        return truths.stream()
                .filter(t ->
                        t.dimension().equals(figure.dimension()) && t.level().equals(figure.level()))
                .anyMatch(t -> figure.lower() <= t.rate() && t.rate() <= figure.upper());
    }
}
