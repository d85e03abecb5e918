package org.suzhi.web.collection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.NewWave;
import org.suzhi.web.fieldwork.SurveySetup;
import org.suzhi.web.questionnaire.Questionnaires;

/** A form of a survey of its own whose choices stand in a file and whose answers are files. */
final class PhotoForm {
    static final String ID = "village_photo";
    static final String VERSION = "1";
    static final String VILLAGES = "name,label\nv001,城东\nv002,城西\n";

    private PhotoForm() {}

    static void publish(Fieldwork fieldwork, Questionnaires questionnaires) throws IOException {
        long survey = fieldwork.createSurvey(new SurveySetup(
                "photo",
                "村貌",
                "Village photos",
                true,
                List.of(),
                List.of(),
                new SurveySetup.Target("literacy_rate", ">", 0.13, 2025),
                List.of()));
        long version = questionnaires.publish(
                survey,
                workbook(),
                "photo.xlsx",
                VERSION,
                Map.of("villages.csv", VILLAGES.getBytes(StandardCharsets.UTF_8)));
        fieldwork.createWave(new NewWave(survey, 2025, version, LocalDate.of(2025, 1, 1), null, List.of(), List.of()));
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            fill(
                    workbook.createSheet("survey"),
                    List.of("type", "name", "label"),
                    List.of("select_one_from_file villages.csv", "village", "Village 村"),
                    List.of("text", "remark", "Remark 备注"),
                    List.of("image", "photo", "Photo 照片"),
                    List.of("audio", "voice", "Voice 录音"));
            fill(
                    workbook.createSheet("settings"),
                    List.of("form_title", "form_id", "version"),
                    List.of("Village photos & voices", ID, VERSION));
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @SafeVarargs
    static void fill(Sheet sheet, List<String>... rows) {
        for (int r = 0; r < rows.length; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows[r].size(); c++) {
                row.createCell(c).setCellValue(rows[r].get(c));
            }
        }
    }

    /** A filled form; {@code meta} follows the instanceID. */
    static String filled(String instanceId, String remark, String meta) {
        return "<?xml version='1.0' ?><data id=\"" + ID + "\" version=\"" + VERSION
                + "\" xmlns:orx=\"http://openrosa.org/xforms\"><village>v002</village><remark>" + remark
                + "</remark><photo>照片 1.jpg</photo><voice>voice.m4a</voice><orx:meta><orx:instanceID>" + instanceId
                + "</orx:instanceID>" + meta + "</orx:meta></data>";
    }
}
