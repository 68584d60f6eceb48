/**
 * Finds what holds in every row of a table: candidates from a sample of rows, a check of each on
 * the whole table, and the decision how the synthetic rows keep it.
 */
@NullMarked
package io.mirrorlake.profiler.discovery;

import org.jspecify.annotations.NullMarked;
