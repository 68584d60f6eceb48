package io.mirrorlake.profiler.copula;

/** No dependence: every column is drawn by itself. */
public record IndependentCopula() implements Copula {}
