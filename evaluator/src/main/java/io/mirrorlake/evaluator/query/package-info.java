/**
 * Aggregate queries as an analyst would ask them, drawn at random: what answers does the synthetic
 * table give, and how far are they from the real ones?
 */
@NullMarked
package io.mirrorlake.evaluator.query;

import org.jspecify.annotations.NullMarked;
