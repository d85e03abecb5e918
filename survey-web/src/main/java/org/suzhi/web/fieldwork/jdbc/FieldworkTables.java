package org.suzhi.web.fieldwork.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.MarginCell;
import org.suzhi.web.fieldwork.MarginVersions;
import org.suzhi.web.fieldwork.NamedCode;
import org.suzhi.web.fieldwork.NewWave;
import org.suzhi.web.fieldwork.QuestionnaireChoice;
import org.suzhi.web.fieldwork.Quotas;
import org.suzhi.web.fieldwork.SampledPsu;
import org.suzhi.web.fieldwork.StatutoryLabels;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.fieldwork.SurveySetup;
import org.suzhi.web.fieldwork.Wave;
import org.suzhi.web.fieldwork.WaveTerms;

@Repository
class FieldworkTables implements Fieldwork {
    private static final String WAVE_COLUMNS =
            "select id, survey_id, year, questionnaire_version_id, opens_on, closes_on, "
                    + "form_number, issuing_body, approval_number, valid_until, planned_margin from wave ";
    private final JdbcClient jdbc;
    private final Quotas quotas;
    private final MarginVersions margins;

    FieldworkTables(JdbcClient jdbc, Quotas quotas, MarginVersions margins) {
        this.jdbc = jdbc;
        this.quotas = quotas;
        this.margins = margins;
    }

    @Override
    @Transactional
    public long createSurvey(SurveySetup setup) {
        long survey = jdbc.sql(
                        "insert into survey (code, name_zh, name_en, synthetic) values (?, ?, ?, ?) returning id")
                .params(setup.code(), setup.nameZh(), setup.nameEn(), setup.synthetic())
                .query(Long.class)
                .single();
        insertParts(survey, setup);
        return survey;
    }

    @Override
    @Transactional
    public void changeSurvey(long surveyId, SurveySetup setup) {
        jdbc.sql("update survey set code = ?, name_zh = ?, name_en = ?, synthetic = ? where id = ?")
                .params(setup.code(), setup.nameZh(), setup.nameEn(), setup.synthetic(), surveyId)
                .update();
        for (String table : List.of("town", "respondent_group", "target")) {
            jdbc.sql("delete from " + table + " where survey_id = ?")
                    .param(surveyId)
                    .update();
        }
        insertParts(surveyId, setup);
    }

    private void insertParts(long survey, SurveySetup setup) {
        insertNames("town", survey, setup.towns());
        insertNames("respondent_group", survey, setup.groups());
        SurveySetup.Target target = setup.target();
        jdbc.sql("insert into target (survey_id, indicator, operator, value, deadline) values (?, ?, ?, ?, ?)")
                .params(survey, target.indicator(), target.operator(), target.value(), target.deadline())
                .update();
    }

    private void insertNames(String table, long survey, List<NamedCode> names) {
        int position = 0;
        for (NamedCode name : names) {
            jdbc.sql("insert into " + table + " (survey_id, code, name_zh, name_en, position) values (?, ?, ?, ?, ?)")
                    .params(survey, name.code(), name.nameZh(), name.nameEn(), position++)
                    .update();
        }
    }

    @Override
    @Transactional
    public long createWave(NewWave wave) {
        long id = jdbc.sql("""
                        insert into wave (survey_id, year, questionnaire_version_id, opens_on, closes_on)
                        values (:survey, :year, :version, :opensOn, :closesOn) returning id""")
                .param("survey", wave.surveyId())
                .param("year", wave.year())
                .param("version", wave.questionnaireVersionId())
                .param("opensOn", wave.opensOn())
                .param("closesOn", wave.closesOn())
                .query(Long.class)
                .single();
        addSample(id, wave.sample());
        if (!wave.margins().isEmpty()) {
            margins.add(id, MarginVersions.Origin.WAVE, wave.margins(), null);
        }
        quotas.setToInvited(id);
        return id;
    }

    @Override
    @Transactional
    public void addSample(long waveId, List<SampledPsu> sample) {
        for (SampledPsu psu : sample) {
            jdbc.sql("""
                            insert into sampled_psu
                              (wave_id, code, town_code, stratum, residence, inclusion_probability, population, invited)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            waveId,
                            psu.code(),
                            psu.townCode(),
                            psu.stratum(),
                            psu.residence(),
                            psu.inclusionProbability(),
                            psu.population(),
                            psu.invited())
                    .update();
        }
    }

    @Override
    public void setTerms(long waveId, WaveTerms terms) {
        StatutoryLabels labels = terms.labels();
        jdbc.sql("""
                        update wave set opens_on = :opensOn, closes_on = :closesOn, form_number = :formNumber,
                          issuing_body = :issuingBody, approval_number = :approvalNumber,
                          valid_until = :validUntil, planned_margin = :plannedMargin
                        where id = :wave""")
                .param("opensOn", terms.opensOn())
                .param("closesOn", terms.closesOn())
                .param("formNumber", labels.formNumber())
                .param("issuingBody", labels.issuingBody())
                .param("approvalNumber", labels.approvalNumber())
                .param("validUntil", labels.validUntil())
                .param("plannedMargin", terms.plannedMargin())
                .param("wave", waveId)
                .update();
    }

    @Override
    public Map<String, String> psuTowns(long waveId) {
        Map<String, String> towns = new LinkedHashMap<>();
        jdbc.sql("select code, town_code from sampled_psu where wave_id = ? and list is null order by code")
                .param(waveId)
                .query(row -> {
                    towns.put(row.getString(1), row.getString(2));
                });
        return towns;
    }

    @Override
    public List<String> lists(long waveId) {
        return jdbc.sql("select distinct list from sampled_psu where wave_id = ? and list is not null order by list")
                .param(waveId)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Survey> survey() {
        return jdbc.sql("select id, code, name_zh, name_en, synthetic from survey order by id limit 1")
                .query(Survey.class)
                .optional();
    }

    @Override
    public List<Wave> waves(long surveyId) {
        return jdbc.sql(WAVE_COLUMNS + "where survey_id = ? order by year")
                .param(surveyId)
                .query(FieldworkTables::wave)
                .list();
    }

    @Override
    public List<Wave> openOn(LocalDate day) {
        return jdbc.sql(WAVE_COLUMNS
                        + "where opens_on <= :day and (closes_on is null or closes_on >= :day) "
                        + "and (valid_until is null or valid_until >= :day) order by id")
                .param("day", day)
                .query(FieldworkTables::wave)
                .list();
    }

    @Override
    public List<QuestionnaireChoice> questionnairesWithoutWave(long surveyId) {
        return jdbc.sql("""
                        select id, form_id, version, title from questionnaire_version q
                        where survey_id = ?
                          and not exists (select from wave w where w.questionnaire_version_id = q.id)
                        order by published_at desc""").param(surveyId).query(QuestionnaireChoice.class).list();
    }

    @Override
    public Optional<Wave> wave(long id) {
        return jdbc.sql(WAVE_COLUMNS + "where id = ?")
                .param(id)
                .query(FieldworkTables::wave)
                .optional();
    }

    @Override
    public Optional<Wave> waveOf(long questionnaireVersionId) {
        return jdbc.sql(WAVE_COLUMNS + "where questionnaire_version_id = ?")
                .param(questionnaireVersionId)
                .query(FieldworkTables::wave)
                .optional();
    }

    private static Wave wave(ResultSet row, int index) throws SQLException {
        return new Wave(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getLong(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                new StatutoryLabels(
                        row.getString(7), row.getString(8), row.getString(9), row.getObject(10, LocalDate.class)),
                row.getDouble(11));
    }

    @Override
    public List<NamedCode> towns(long surveyId) {
        return names("town", surveyId);
    }

    @Override
    public List<NamedCode> groups(long surveyId) {
        return names("respondent_group", surveyId);
    }

    private List<NamedCode> names(String table, long surveyId) {
        return jdbc.sql("select code, name_zh, name_en from " + table + " where survey_id = ? order by position")
                .param(surveyId)
                .query(NamedCode.class)
                .list();
    }

    @Override
    public SurveySetup.Target target(long surveyId) {
        return jdbc.sql("select indicator, operator, value, deadline from target where survey_id = ?")
                .param(surveyId)
                .query(SurveySetup.Target.class)
                .single();
    }

    @Override
    public List<MarginCell> margins(long waveId) {
        return jdbc.sql("select version_id from margin_in_use where wave_id = ?")
                .param(waveId)
                .query(Long.class)
                .optional()
                .map(margins::cells)
                .orElse(List.of());
    }
}
