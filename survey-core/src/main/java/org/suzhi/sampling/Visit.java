package org.suzhi.sampling;

import org.jspecify.annotations.Nullable;

/**
 * A person or household to visit.
 *
 * @param line number in the list of the primary sampling unit, from 1
 * @param kish selection table for the household; null where none is used
 */
public record Visit(int line, @Nullable KishTable kish) {}
