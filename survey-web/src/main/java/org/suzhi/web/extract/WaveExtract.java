package org.suzhi.web.extract;

import org.suzhi.microdata.Extract;

/**
 * The approved responses of a wave that belong to its sample and its target population.
 *
 * <p>Columns: {@code weight} (design weight), {@code stratum}, {@code psu}, {@code town}, the age, the chosen categories,
 * a 0/1 column for each priority group, {@code score} (0 to 100).
 *
 * @param received responses stored for the wave, used or not
 * @param sha256 of the rows in their order, in hex: a figure can be traced back to them
 */
public record WaveExtract(Extract table, int received, String sha256) {}
