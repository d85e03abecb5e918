package org.suzhi.web.division;

/**
 * A unit that the plan names.
 *
 * @param code in addresses of pages
 * @param town code of the town whose unit it is, {@value #EVERY_TOWN} of all towns' units; empty for a unit of the whole
 */
public record Unit(String code, Name name, String town) {
    /** Stands for all towns. */
    public static final String EVERY_TOWN = "*";

    boolean isOf(String townCode) {
        return town.equals(EVERY_TOWN) || town.equals(townCode);
    }
}
