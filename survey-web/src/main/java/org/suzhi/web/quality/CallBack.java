package org.suzhi.web.quality;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A response drawn to be asked again.
 *
 * @param interviewer number of the user who sent the response, 0 if none
 * @param reached whether the respondent was reached; absent before anybody tried
 * @param tookPlace whether the interview took place as recorded
 * @param agreeing answers that were the same again
 * @param asked answers that were asked again
 */
public record CallBack(
        long id,
        long response,
        long interviewer,
        Optional<Boolean> reached,
        Optional<Boolean> tookPlace,
        OptionalInt agreeing,
        OptionalInt asked,
        String note) {
    /** What a call-back found out. */
    public record Result(boolean reached, boolean tookPlace, int agreeing, int asked, String note) {}

    /** Sums over an interviewer's call-backs. */
    public record Tally(long interviewer, int drawn, int tried, int reached, int tookPlace, int agreeing, int asked) {}
}
