package org.suzhi.sampling;

/**
 * What is drawn in one stratum.
 *
 * @param psus number of primary sampling units
 * @param certaintyAllowed whether units so large that they would be drawn more than once are taken for certain; else they
 *     are a problem
 * @param take persons or households in each unit
 */
public record StratumPlan(String stratum, int psus, Method method, boolean certaintyAllowed, Take take) {}
