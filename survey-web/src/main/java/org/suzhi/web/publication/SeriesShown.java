package org.suzhi.web.publication;

/** The published series has been replaced by another; what was drawn of the old one is void. */
public record SeriesShown() {}
