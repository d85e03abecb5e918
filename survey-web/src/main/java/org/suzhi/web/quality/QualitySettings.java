package org.suzhi.web.quality;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * From where on an interview is flagged.
 *
 * @param speedShare an interview shorter than this share of the wave's median is flagged
 * @param straightRun fewest items in a row with the same choices that are looked at as a battery
 * @param straightShare share of a battery's answers that are the same
 * @param dontKnow code of the answer "don't know"
 * @param dontKnowShare share of "don't know" among the answers that could be it
 * @param nearShare share of items on which two interviews of one village agree to be near duplicates
 * @param demographics items that are compared for duplicates besides the scored ones
 * @param nightFrom hour of the day from which an interview is one by night
 * @param nightTo hour at which the night ends
 * @param farKilometres distance from the middle of the village beyond which an interview is flagged
 * @param callBackShare share of each interviewer's responses that is drawn for a call-back
 */
@ConfigurationProperties("suzhi.quality")
public record QualitySettings(
        double speedShare,
        int straightRun,
        double straightShare,
        String dontKnow,
        double dontKnowShare,
        double nearShare,
        List<String> demographics,
        int nightFrom,
        int nightTo,
        double farKilometres,
        double callBackShare) {
    public QualitySettings {
        demographics = List.copyOf(demographics);
    }
}
