package org.suzhi.web.extract;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which answers say where a respondent belongs, by item name.
 *
 * @param psu the item that names the primary sampling unit
 * @param age the item that holds the age in years
 * @param youngest lowest age of the target population
 * @param oldest highest age of the target population
 * @param dimensions breakdowns; their columns are kept even where the form calculates them
 */
@ConfigurationProperties("suzhi.headline")
public record Variables(String psu, String age, int youngest, int oldest, List<Breakdown> dimensions) {
    public Variables {
        dimensions = List.copyOf(dimensions);
        if (youngest > oldest) {
            throw new IllegalArgumentException("target population: youngest " + youngest + " above oldest " + oldest);
        }
    }

    /** A breakdown: its name in publications, the column that holds it. */
    public record Breakdown(String name, String column) {}

    /** Whether an age belongs to the target population. */
    public boolean covers(double years) {
        return years >= youngest && years <= oldest;
    }
}
