package org.suzhi.web.publication.page;

/** A label with its value, in the reader's language. */
public record Fact(String label, String value) {}
