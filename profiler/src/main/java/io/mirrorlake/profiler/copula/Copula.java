package io.mirrorlake.profiler.copula;

/**
 * The joint distribution of a table's columns on their u-scales: one uniform a column, in the
 * table's column order, key columns left out.
 */
public sealed interface Copula permits IndependentCopula, GaussianCopula, TreeCopula {}
