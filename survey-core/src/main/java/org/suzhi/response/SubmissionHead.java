package org.suzhi.response;

import org.suzhi.questionnaire.logic.InstanceNode;
import org.suzhi.questionnaire.logic.InstanceReader;
import org.suzhi.questionnaire.logic.MalformedXml;
import org.suzhi.questionnaire.logic.XmlLimits;
import org.suzhi.questionnaire.logic.XmlText;

/**
 * What a submission says of itself, to find the form it must be checked by.
 *
 * @param formId the form's id, "" where it is missing
 * @param version the form's version, "" where it is missing
 * @param instanceId the submission's own id, "" where it is missing
 */
public record SubmissionHead(String formId, String version, String instanceId) {
    /**
     * Reads the head of a submission; the rest is not looked at, but must be XML within the limits.
     *
     * @throws MalformedXml if it is not
     */
    public static SubmissionHead read(byte[] xml) throws MalformedXml {
        InstanceNode root = InstanceReader.read(XmlText.decode(xml, XmlLimits.SUBMISSION), XmlLimits.SUBMISSION)
                .root();
        return new SubmissionHead(
                root.attributes().getOrDefault("id", ""),
                root.attributes().getOrDefault("version", ""),
                FormCheck.meta(root, "instanceID"));
    }
}
