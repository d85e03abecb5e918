package org.suzhi.sampling;

import org.jspecify.annotations.Nullable;

/**
 * A primary sampling unit of the frame: a village or community.
 *
 * @param code its name in all tables, unique in the frame
 * @param name in the language of the survey; empty if the frame does not tell
 * @param nameEn in English; empty if the frame does not tell
 * @param residence {@code urban}, {@code rural} or empty
 * @param size people of the population that live there: the measure of size and the number that persons are drawn from
 * @param households households that live there; 0 if the frame does not tell
 * @param centre where its middle lies; null if the frame does not tell
 */
public record Unit(
        String code,
        String name,
        String nameEn,
        String town,
        String stratum,
        String residence,
        int size,
        int households,
        @Nullable Place centre) {
    /** Degrees of WGS 84, north and east positive. */
    public record Place(double latitude, double longitude) {}

    public Unit(String code, String name, String town, String stratum, String residence, int size, int households) {
        this(code, name, "", town, stratum, residence, size, households, null);
    }
}
