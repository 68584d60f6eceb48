/**
 * Plots as SVG text, drawn from numbers alone. Colours are CSS variables of the page, so that one
 * drawing serves light, dark and paper; every shape that carries a value says it in its title, for
 * pointers and screen readers.
 */
@NullMarked
package io.mirrorlake.evaluator.chart;

import org.jspecify.annotations.NullMarked;
