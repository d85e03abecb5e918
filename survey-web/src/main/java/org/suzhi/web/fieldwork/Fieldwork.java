package org.suzhi.web.fieldwork;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Surveys, waves and their samples. */
public interface Fieldwork {
    /** Stores a survey with its towns, groups and target. */
    long createSurvey(SurveySetup setup);

    /** Replaces what a survey is: its names, towns, groups and target. */
    void changeSurvey(long surveyId, SurveySetup setup);

    /** Stores a wave with its sample and margins, all or nothing. */
    long createWave(NewWave wave);

    /** Changes the dates, labels and planned precision of a wave. */
    void setTerms(long waveId, WaveTerms terms);

    /** Adds sampled units to a wave. */
    void addSample(long waveId, List<SampledPsu> sample);

    Optional<Survey> survey();

    List<Wave> waves(long surveyId);

    Optional<Wave> wave(long id);

    /** The published questionnaires that no wave uses yet, newest first. */
    List<QuestionnaireChoice> questionnairesWithoutWave(long surveyId);

    /** The waves of every survey that take responses on that day. */
    List<Wave> openOn(LocalDate day);

    Optional<Wave> waveOf(long questionnaireVersionId);

    List<NamedCode> towns(long surveyId);

    /** The town of each sampled PSU of the areas, by the PSU's code. */
    Map<String, String> psuTowns(long waveId);

    /** The lists that the wave has drawn persons from beside its areas, by the code of the group that each holds. */
    List<String> lists(long waveId);

    List<NamedCode> groups(long surveyId);

    SurveySetup.Target target(long surveyId);

    /** The population totals in use; empty where the wave has none yet. */
    List<MarginCell> margins(long waveId);
}
