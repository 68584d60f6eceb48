/**
 * Rows in memory, by column: the form in which every metric sees a table. Numbers are doubles with
 * NaN for a missing value, categories are codes into labels that all compared tables share. Bins
 * are fitted on real rows only, so that a synthetic table can never shape the ruler it is measured
 * with.
 */
@NullMarked
package io.mirrorlake.evaluator.sample;

import org.jspecify.annotations.NullMarked;
