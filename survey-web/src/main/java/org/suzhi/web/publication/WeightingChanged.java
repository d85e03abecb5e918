package org.suzhi.web.publication;

/** A wave is weighted in another way from now on. */
public record WeightingChanged(long waveId) {}
