/**
 * The standard normal distribution, fast and the same to the last bit on every machine: only +, -,
 * *, / and comparisons on tables that {@link java.lang.StrictMath} builds once.
 */
@NullMarked
package io.mirrorlake.synthesizer.normal;

import org.jspecify.annotations.NullMarked;
