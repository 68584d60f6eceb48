/**
 * Gradient-boosted trees over histograms, as strong as the field's usual ones: leaf-wise growth,
 * 255 bins a column, missing values and categories handled by the splits themselves, early
 * stopping. The evaluator's own, so that the two-sample test runs without a cluster and gives the
 * same trees anywhere.
 */
@NullMarked
package io.mirrorlake.evaluator.boosting;

import org.jspecify.annotations.NullMarked;
