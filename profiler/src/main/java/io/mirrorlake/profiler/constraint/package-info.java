/**
 * What holds in every row of a table, written in one notation, and the formulas by which a column
 * is computed from others so that it holds.
 */
@NullMarked
package io.mirrorlake.profiler.constraint;

import org.jspecify.annotations.NullMarked;
