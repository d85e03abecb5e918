package org.suzhi.web.division;

/** A sentence of the plan that asks for survey, evaluation or assessment work, and what it is about. */
public record Obligation(String id, String quote, String use) {}
