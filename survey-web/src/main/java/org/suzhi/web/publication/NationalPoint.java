package org.suzhi.web.publication;

/**
 * A published national rate.
 *
 * @param percent 0 to 100
 * @param status how well the figure is attested
 * @param source where it was read
 */
public record NationalPoint(int year, double percent, String status, String source) {}
