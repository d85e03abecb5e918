package org.suzhi.web.quality;

/** The middle of a sampled village, in degrees of WGS 84. */
public record Centre(double latitude, double longitude) {}
