package org.suzhi.web.division;

import java.time.LocalDate;

/**
 * A value to be entered.
 *
 * @param town code of the town whose share it is; empty for the whole
 */
public record NewValue(String targetKey, String town, double value, LocalDate asOf, String note, Evidence evidence) {}
