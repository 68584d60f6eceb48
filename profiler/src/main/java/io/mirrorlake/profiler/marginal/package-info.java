/**
 * Marginal distributions: what one column holds, whatever the other columns hold.
 *
 * <p>Every marginal is a sequence of <em>segments</em> laid out on the unit interval, the column's
 * <em>u-scale</em>: point masses, intervals, categories, and last the nulls. A copula produces a
 * uniform u for a cell; the segment under u, and the position inside it, give the value.
 */
@NullMarked
package io.mirrorlake.profiler.marginal;

import org.jspecify.annotations.NullMarked;
