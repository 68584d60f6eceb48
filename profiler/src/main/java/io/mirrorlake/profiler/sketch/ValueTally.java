package io.mirrorlake.profiler.sketch;

/**
 * A number and how often it occurs.
 *
 * @param value the number
 * @param tally its occurrences
 */
public record ValueTally(double value, Tally tally) {}
