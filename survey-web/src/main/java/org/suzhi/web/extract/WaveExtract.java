package org.suzhi.web.extract;

import org.suzhi.microdata.Extract;

/**
 * The rows of a wave: approved responses that belong to its sample and its target population, and cases that ended without
 * one.
 *
 * @param received responses stored for the wave, used or not
 * @param sha256 of the rows as CSV, in hex: a figure can be traced back to them
 */
public record WaveExtract(Extract table, int received, String sha256) {}
