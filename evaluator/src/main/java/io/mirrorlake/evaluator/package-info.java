/**
 * The evaluator: judges synthetic tables against real ones that the profile never saw.
 *
 * <p>It shares no formula with the synthesizer, so that it cannot share its mistakes.
 */
@NullMarked
package io.mirrorlake.evaluator;

import org.jspecify.annotations.NullMarked;
