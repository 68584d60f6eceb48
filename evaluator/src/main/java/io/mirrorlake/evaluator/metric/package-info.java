/**
 * What the evaluation can measure: each metric is described once, with its key, its meaning, how it
 * is judged and by which limits. Everything that writes, reads or judges scores goes by these
 * descriptions, so a new metric is a new constant here and nothing elsewhere.
 */
@NullMarked
package io.mirrorlake.evaluator.metric;

import org.jspecify.annotations.NullMarked;
