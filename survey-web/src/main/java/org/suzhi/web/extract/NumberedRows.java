package org.suzhi.web.extract;

import java.util.List;

/**
 * The rows of a wave and, apart from them, which responses they are of. The numbers are in no column and no file of the
 * rows: whoever is given the rows does not get them.
 *
 * @param responses numbers of the responses of the first rows, in the order of the rows; rows after them are cases that
 *     ended without an interview
 */
public record NumberedRows(WaveExtract rows, List<Long> responses) {
    public NumberedRows {
        responses = List.copyOf(responses);
        if (responses.size() > rows.table().rows()) {
            throw new IllegalArgumentException("numbered rows: got " + responses.size() + " responses for "
                    + rows.table().rows() + " rows");
        }
    }
}
