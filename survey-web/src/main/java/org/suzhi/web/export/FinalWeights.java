package org.suzhi.web.export;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.suzhi.web.export.table.StoredResponse;
import org.suzhi.web.export.table.Weights;

/** The final weights of a wave's analysis by response: two numbers a row, however wide the rows are. */
final class FinalWeights implements Weights {
    private final long[] responses;
    private final double[] weights;

    /**
     * Joins weights to responses.
     *
     * @param responses numbers of the responses in the order of the rows
     * @param ofRows the weight of each row, of which those of responses are the first; none where the wave has no weights
     */
    FinalWeights(List<Long> responses, double[] ofRows) {
        this.responses = responses.stream().mapToLong(Long::longValue).sorted().toArray();
        this.weights = new double[ofRows.length == 0 ? 0 : responses.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[place(responses.get(i))] = ofRows[i];
        }
    }

    private int place(long response) {
        return Arrays.binarySearch(responses, response);
    }

    @Override
    public boolean isUsed(StoredResponse response) {
        return place(response.number()) >= 0;
    }

    @Override
    public OptionalDouble calibrated(StoredResponse response) {
        int place = place(response.number());
        return place < 0 || weights.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(weights[place]);
    }
}
