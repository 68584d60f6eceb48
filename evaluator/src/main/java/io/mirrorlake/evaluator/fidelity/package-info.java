/**
 * How alike two tables are in their columns, pairs of columns and triples of columns. Every
 * function here is symmetric in its two tables and knows nothing of where they come from.
 */
@NullMarked
package io.mirrorlake.evaluator.fidelity;

import org.jspecify.annotations.NullMarked;
