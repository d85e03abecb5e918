package org.suzhi.analysis.specification;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suzhi.analysis.variance.Covariances;
import org.suzhi.microdata.Message;

/** Rows with what a contrast needs: their covariances and degrees of freedom. */
final class Outcome {
    private final List<EstimateRow> rows;
    private final @Nullable Covariances covariances;
    private final int[] places;
    private final double df;
    private final List<Message> notes;

    /**
     * @param covariances null when the statistic has none
     * @param places place of every row among the covariances
     */
    Outcome(List<EstimateRow> rows, @Nullable Covariances covariances, int[] places, double df) {
        this(rows, covariances, places, df, List.of());
    }

    private Outcome(
            List<EstimateRow> rows, @Nullable Covariances covariances, int[] places, double df, List<Message> notes) {
        this.notes = List.copyOf(notes);
        this.rows = rows;
        this.covariances = covariances;
        this.places = places;
        this.df = df;
    }

    List<EstimateRow> rows() {
        return rows;
    }

    /** The same with what its reader should know. */
    Outcome noting(List<Message> words) {
        return new Outcome(rows, covariances, places, df, words);
    }

    List<Message> notes() {
        return notes;
    }

    double df() {
        return df;
    }

    boolean hasCovariances() {
        return covariances != null;
    }

    private IntStream existing() {
        return IntStream.range(0, rows.size()).filter(i -> rows.get(i).exists());
    }

    /** Estimates of the rows that exist. */
    double[] estimates() {
        return existing().mapToDouble(i -> rows.get(i).estimate()).toArray();
    }

    /** Covariance matrix of the rows that exist. */
    double[][] covariance() {
        if (covariances == null) {
            throw new IllegalStateException("no covariances");
        }
        return covariances.matrix(existing().map(i -> places[i]).toArray());
    }
}
