package org.suzhi.web.collection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
                new SurveySetup.Target("literacy_rate", ">", 0.13, 2025)));
        publish(fieldwork, questionnaires, survey, 2025, workbook(List.of()), Map.of());
    }

    /** The same in another survey, beginning with a picture. */
    static void publishWithPicture(
            Fieldwork fieldwork, Questionnaires questionnaires, long survey, int year, byte[] picture)
            throws IOException {
        byte[] workbook = workbook(List.of(List.of("note", "where", "Map 地图", "map.png")));
        publish(fieldwork, questionnaires, survey, year, workbook, Map.of("map.png", picture));
    }

    private static void publish(
            Fieldwork fieldwork,
            Questionnaires questionnaires,
            long survey,
            int year,
            byte[] workbook,
            Map<String, byte[]> pictures) {
        Map<String, byte[]> media = new HashMap<>(pictures);
        media.put("villages.csv", VILLAGES.getBytes(StandardCharsets.UTF_8));
        long version = questionnaires.publish(survey, workbook, "photo.xlsx", VERSION, media);
        fieldwork.createWave(new NewWave(survey, year, version, LocalDate.of(2025, 1, 1), null, List.of(), List.of()));
    }

    private static byte[] workbook(List<List<String>> first) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            List<List<String>> survey = new ArrayList<>();
            survey.add(List.of("type", "name", "label", "media::image"));
            survey.addAll(first);
            survey.addAll(List.of(
                    List.of("select_one_from_file villages.csv", "village", "Village 村"),
                    List.of("text", "remark", "Remark 备注"),
                    List.of("image", "photo", "Photo 照片"),
                    List.of("audio", "voice", "Voice 录音")));
            fill(workbook.createSheet("survey"), survey);
            fill(
                    workbook.createSheet("settings"),
                    List.of(
                            List.of("form_title", "form_id", "version"),
                            List.of("Village photos & voices", ID, VERSION)));
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    static void fill(Sheet sheet, List<List<String>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).size(); c++) {
                row.createCell(c).setCellValue(rows.get(r).get(c));
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
