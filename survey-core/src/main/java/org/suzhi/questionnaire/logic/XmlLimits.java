package org.suzhi.questionnaire.logic;

/**
 * How much XML is read before it is refused.
 *
 * @param bytes length of the document
 * @param nodes elements in it
 * @param depth elements inside one another
 */
public record XmlLimits(int bytes, int nodes, int depth) {
    /** More than any interview needs: 4 MB, 100,000 elements, 64 deep. */
    public static final XmlLimits SUBMISSION = new XmlLimits(4 << 20, 100_000, 64);
}
