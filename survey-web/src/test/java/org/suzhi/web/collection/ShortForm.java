package org.suzhi.web.collection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NewWave;
import org.suzhi.web.fieldwork.SurveySetup;
import org.suzhi.web.questionnaire.Questionnaires;

/** A form that a test can fill in by the dozen: a number that tells its interviews apart, a constraint, a skip. */
final class ShortForm {
    private ShortForm() {}

    /** Publishes it in a survey of its own, whose id is returned. */
    static long publish(Fieldwork fieldwork, Questionnaires questionnaires) {
        long survey = fieldwork.createSurvey(new SurveySetup(
                "short",
                "短问卷",
                "Short form",
                true,
                List.of(),
                List.of(),
                new SurveySetup.Target("literacy_rate", ">", 0.13, 2025)));
        long version = questionnaires.publish(survey, workbook(), "short.xlsx", "1");
        fieldwork.createWave(new NewWave(survey, 2025, version, LocalDate.of(2025, 1, 1), null, List.of(), List.of()));
        return survey;
    }

    private static byte[] workbook() {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PhotoForm.fill(
                    workbook.createSheet("survey"),
                    List.of(
                            List.of("type", "name", "label", "required", "relevant", "constraint"),
                            List.of("integer", "number", "第几份", "yes", "", ". > 0"),
                            List.of("text", "village", "哪个村", "yes"),
                            List.of("select_one sex", "sex", "性别", "yes"),
                            List.of("integer", "age", "周岁", "yes", "${sex} != ''", ". >= 18 and . <= 69"),
                            List.of("select_multiple channel", "channels", "从哪里得知")));
            PhotoForm.fill(
                    workbook.createSheet("choices"),
                    List.of(
                            List.of("list_name", "name", "label"),
                            List.of("sex", "male", "男"),
                            List.of("sex", "female", "女"),
                            List.of("channel", "tv", "电视"),
                            List.of("channel", "phone", "手机")));
            PhotoForm.fill(
                    workbook.createSheet("settings"),
                    List.of(List.of("form_title", "form_id", "version"), List.of("短问卷", "short", "1")));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
