/**
 * Puts the metrics together: scores the synthetic table, the real holdout in its place (ceiling)
 * and independent marginals in its place (floor) by the same functions, and turns scores into
 * verdicts.
 */
@NullMarked
package io.mirrorlake.evaluator.judge;

import org.jspecify.annotations.NullMarked;
