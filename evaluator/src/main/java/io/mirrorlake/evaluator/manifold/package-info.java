/**
 * Rows as points: do the synthetic ones lie where the real ones do, and everywhere they do? In
 * Gower's distance on ranks, so that units and outliers decide nothing.
 */
@NullMarked
package io.mirrorlake.evaluator.manifold;

import org.jspecify.annotations.NullMarked;
