/**
 * Copulas at work: independent uniforms in, dependent uniforms on the columns' u-scales out, a
 * batch of rows at a time. Nothing here draws a random number.
 */
@NullMarked
package io.mirrorlake.synthesizer.dependence;

import org.jspecify.annotations.NullMarked;
