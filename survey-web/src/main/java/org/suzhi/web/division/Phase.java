package org.suzhi.web.division;

/** A phase of the plan, from the start of one year to the end of another, with the plan's own words. */
public record Phase(int number, Name name, int startYear, int endYear, String quote) {}
