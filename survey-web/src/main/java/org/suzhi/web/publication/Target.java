package org.suzhi.web.publication;

/**
 * What is to be reached.
 *
 * @param operator such as ">"
 * @param value proportion, 0 to 1
 * @param deadline last year
 */
public record Target(String indicator, String operator, double value, int deadline) {}
