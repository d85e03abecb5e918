package org.suzhi.web.fieldwork;

/**
 * Something wrong in an uploaded table.
 *
 * @param row number in the file, from 1
 * @param column its heading; empty for the file as a whole
 * @param got what stands there
 * @param rule the end of the key that words what is expected
 */
public record FileProblem(int row, String column, String got, String rule) {
    /** The key of its wording, with column and content as arguments. */
    public String key() {
        return "file.problem." + rule;
    }
}
