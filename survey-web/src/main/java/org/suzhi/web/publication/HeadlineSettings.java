package org.suzhi.web.publication;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.suzhi.web.extract.Variables;

/**
 * The definitions that decide the headline number.
 *
 * @param psu item that names the primary sampling unit
 * @param age item that holds the age
 * @param youngest lowest age of the target population
 * @param oldest highest age of the target population
 * @param literateFrom score from which a respondent counts as scientifically literate
 * @param smallestCell fewest respondents of a cell whose numbers are published
 * @param levels scores from which each level of literacy is reached, ascending; may be empty
 * @param dimensions breakdowns: name of the dimension and item that holds it, as {@code age:age_band}
 */
@ConfigurationProperties("suzhi.headline")
public record HeadlineSettings(
        String psu,
        String age,
        int youngest,
        int oldest,
        double literateFrom,
        int smallestCell,
        List<Double> levels,
        List<Dimension> dimensions) {
    public HeadlineSettings {
        levels = List.copyOf(levels);
        dimensions = List.copyOf(dimensions);
    }

    /** A breakdown: its name in publications, the column that holds it. */
    public record Dimension(String name, String column) {}

    /** Where a respondent belongs. */
    public Variables variables() {
        return new Variables(
                psu,
                age,
                youngest,
                oldest,
                dimensions.stream()
                        .map(d -> new Variables.Breakdown(d.name(), d.column()))
                        .toList());
    }
}
