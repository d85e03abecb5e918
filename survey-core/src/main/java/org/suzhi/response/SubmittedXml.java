package org.suzhi.response;

import org.suzhi.questionnaire.logic.InstanceNode;
import org.suzhi.questionnaire.logic.InstanceReader;
import org.suzhi.questionnaire.logic.MalformedXml;
import org.suzhi.questionnaire.logic.XmlLimits;
import org.suzhi.questionnaire.logic.XmlText;

/** A submission as it was sent, read once: what it says of itself, to find the form that it must be checked by. */
public final class SubmittedXml {
    private final String text;
    private final InstanceNode root;

    private SubmittedXml(String text, InstanceNode root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads a submission.
     *
     * @throws MalformedXml if it is not XML within the limits
     */
    public static SubmittedXml read(byte[] xml) throws MalformedXml {
        String text = XmlText.decode(xml, XmlLimits.SUBMISSION);
        return new SubmittedXml(
                text, InstanceReader.read(text, XmlLimits.SUBMISSION).root());
    }

    /** The form's id, "" where it is missing. */
    public String formId() {
        return attribute("id");
    }

    /** The form's version, "" where it is missing. */
    public String version() {
        return attribute("version");
    }

    /** The submission's own id, "" where it is missing. */
    public String instanceId() {
        return meta("instanceID");
    }

    /** The id of the submission that this one corrects, "" where it is missing. */
    String deprecatedId() {
        return meta("deprecatedID");
    }

    String text() {
        return text;
    }

    InstanceNode root() {
        return root;
    }

    private String attribute(String name) {
        return root.attributes().getOrDefault(name, "");
    }

    private String meta(String name) {
        InstanceNode meta = root.child("meta");
        InstanceNode node = meta == null ? null : meta.child(name);
        return node == null ? "" : node.text().strip();
    }
}
