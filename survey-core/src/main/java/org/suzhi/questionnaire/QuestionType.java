package org.suzhi.questionnaire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a question type of XLSForm stands for.
 *
 * @param tag the control, "" for none
 * @param control attributes of the control
 * @param bind attributes of the bind
 * @param hint a hint where the author gives none
 */
record QuestionType(String tag, Map<String, String> control, Map<String, String> bind, String hint) {
    private static final Map<String, QuestionType> TYPES = new LinkedHashMap<>();

    static {
        input("string", "text", "string", "q string", "add text prompt");
        input("int", "integer", "int", "q int", "add integer prompt");
        input("decimal", "decimal", "q decimal", "add decimal prompt");
        input("date", "date", "q date", "add date prompt");
        input("time", "time");
        input(
                "dateTime",
                "datetime",
                "dateTime",
                "date time",
                "q date time",
                "q dateTime",
                "add date time prompt",
                "add dateTime prompt");
        input("geopoint", "geopoint", "location", "q geopoint", "q location", "add location prompt");
        input("geotrace", "geotrace");
        input("geoshape", "geoshape");
        input("barcode", "barcode", "q barcode", "add barcode prompt");
        for (String note : new String[] {"note", "q note", "add note prompt"}) {
            put(note, "input", Map.of(), bind("string", "readonly", "true()"), "");
        }
        for (String acknowledge : new String[] {"acknowledge", "q acknowledge", "add acknowledge prompt"}) {
            put(acknowledge, "trigger", Map.of(), bind("string"), "");
        }
        put("trigger", "trigger", Map.of(), Map.of(), "");
        upload("image/*", "photo", "image", "q image", "q picture", "add image prompt", "add photo prompt");
        upload("audio/*", "audio", "q audio", "add audio prompt");
        upload("video/*", "video", "q video", "add video prompt");
        upload("application/*", "file", "add file prompt");
        upload("osm/*", "osm");
        put("select one", "select1", Map.of(), bind("string"), "");
        put("select all that apply", "select", Map.of(), bind("string"), "");
        put("rank", "odk:rank", Map.of(), bind("odk:rank"), "");
        put("select one external", "input", Map.of(), bind("string"), "");
        put("range", "range", Map.of(), bind("int"), "");
        put("calculate", "", Map.of(), bind("string"), "");
        put("q calculate", "", Map.of(), bind("string"), "");
        put("add calculate prompt", "", Map.of(), bind("string"), "");
        put("hidden", "", Map.of(), bind("string"), "");
        put("audit", "", Map.of(), bind("binary"), "");
        put("start-geopoint", "", Map.of(), bind("geopoint"), "");
        put("background-geopoint", "", Map.of(), bind("geopoint"), "");
        put("background-audio", "", Map.of(), bind("binary"), "");
        preload("timestamp", "dateTime", "start", "start", "start time", "get start time");
        preload("timestamp", "dateTime", "end", "end", "end time", "get end time");
        preload("date", "date", "today", "today", "get today");
        preload("property", "string", "deviceid", "deviceid", "imei", "device id", "get device id");
        preload("property", "string", "subscriberid", "subscriberid", "subscriber id", "get subscriber id");
        preload("property", "string", "simserial", "simserial", "sim id", "get sim id");
        preload("property", "string", "phonenumber", "phonenumber", "get phone number");
        preload("property", "string", "username", "username");
        preload("property", "string", "email", "email");
        for (String uri : new String[] {"deviceid", "subscriberid", "simserial", "phonenumber", "username", "email"}) {
            preload("property", "string", "uri:" + uri, "uri:" + uri);
        }
        put("gps", "input", Map.of(), bind("geopoint"), "GPS coordinates can only be collected when outside.");
        number("percentage", 100, "");
        number("number of days in last month", 31, "Enter a number 0-31.");
        number("number of days in last six months", 183, "Enter a number 0-183.");
        number("number of days in last year", 365, "Enter a number 0-365.");
        put(
                "phone number",
                "input",
                Map.of(),
                bind("string", "constraint", "regex(., '^\\d*$')"),
                "Enter numbers only.");
    }

    static @Nullable QuestionType of(String type) {
        return TYPES.get(type);
    }

    private static void input(String bindType, String... names) {
        for (String name : names) {
            put(name, "input", Map.of(), bind(bindType), "");
        }
    }

    private static void upload(String mediaType, String... names) {
        for (String name : names) {
            put(name, "upload", Map.of("mediatype", mediaType), bind("binary"), "");
        }
    }

    private static void preload(String preload, String bindType, String parameter, String... names) {
        for (String name : names) {
            put(name, "", Map.of(), bind(bindType, "jr:preload", preload, "jr:preloadParams", parameter), "");
        }
    }

    private static void number(String name, int most, String hint) {
        put(name, "input", Map.of(), bind("int", "constraint", "0 <= . and . <= " + most), hint);
    }

    private static Map<String, String> bind(String type, String... more) {
        var bind = new LinkedHashMap<String, String>();
        bind.put("type", type);
        for (int i = 0; i < more.length; i += 2) {
            bind.put(more[i], more[i + 1]);
        }
        return bind;
    }

    private static void put(
            String name, String tag, Map<String, String> control, Map<String, String> bind, String hint) {
        TYPES.put(name, new QuestionType(tag, control, bind, hint));
    }
}
