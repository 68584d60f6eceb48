/**
 * What lies behind scores, as tables, matrices and curves that know nothing of what they show. The
 * report writes any panel as JSON and as HTML, so a new analysis needs no change there.
 */
@NullMarked
package io.mirrorlake.evaluator.panel;

import org.jspecify.annotations.NullMarked;
