package org.suzhi.web.export.table;

import java.util.function.Function;

/** A variable and how a response gives its cell. */
public record Column(Variable variable, Function<StoredResponse, Cell> cell) {}
