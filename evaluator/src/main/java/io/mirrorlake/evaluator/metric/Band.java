package io.mirrorlake.evaluator.metric;

/**
 * Two limits.
 *
 * @param warn beyond it the verdict is WARN
 * @param fail beyond it the verdict is FAIL
 */
public record Band(double warn, double fail) {}
