package org.suzhi.web.collection;

/** A response of this wave has been committed. */
public record ResponseStored(long waveId) {}
