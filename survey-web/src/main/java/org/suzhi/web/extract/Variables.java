package org.suzhi.web.extract;

import java.util.List;

/**
 * Which answers become columns of an extract, by item name.
 *
 * @param psu the item that names the primary sampling unit
 * @param age the item that holds the age in years
 * @param youngest lowest age of the target population
 * @param oldest highest age of the target population
 * @param categories items whose answer is a choice
 */
public record Variables(String psu, String age, int youngest, int oldest, List<String> categories) {
    public Variables {
        categories = List.copyOf(categories);
        if (youngest > oldest) {
            throw new IllegalArgumentException("target population: youngest " + youngest + " above oldest " + oldest);
        }
    }
}
