package org.suzhi.sample;

import java.util.List;
import java.util.Map;

/** Writes answers as an XForm instance in the order of the survey sheet; a group without answers is left out. */
final class InstanceWriter {

    private final CsvTable survey = CsvTable.ofResource("questionnaire/survey.csv");
    private final String formId;
    private final String version;

    InstanceWriter(String formId, String version) {
        this.formId = formId;
        this.version = version;
    }

    /** Writes answers given by item name; they are codes, numbers and times, which need no escaping. */
    String write(Map<String, String> answers, String instanceId, String instanceName) {
        StringBuilder xml = new StringBuilder(4096);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data id=\"%s\" version=\"%s\">"
                .formatted(formId, version));
        int groupStart = 0;
        int contentStart = 0;
        String group = "";
        for (List<String> row : survey.rows()) {
            String name = row.get(1);
            switch (row.get(0)) {
                case "begin_group" -> {
                    group = name;
                    groupStart = xml.length();
                    xml.append('<').append(name).append('>');
                    contentStart = xml.length();
                }
                case "end_group" -> {
                    if (xml.length() == contentStart) {
                        xml.setLength(groupStart);
                    } else {
                        xml.append("</").append(group).append('>');
                    }
                }
                default -> {
                    String answer = answers.get(name);
                    if (answer != null) {
                        element(xml, name, answer);
                    }
                }
            }
        }
        xml.append("<meta>");
        element(xml, "instanceID", instanceId);
        element(xml, "instanceName", instanceName);
        return xml.append("</meta></data>\n").toString();
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(text)
                .append("</")
                .append(name)
                .append('>');
    }
}
