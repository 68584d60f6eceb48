/**
 * The outcome of an evaluation as data, as JSON with stable keys, and as one self-contained page.
 * Everything here is a pure function of the report.
 */
@NullMarked
package io.mirrorlake.evaluator.report;

import org.jspecify.annotations.NullMarked;
