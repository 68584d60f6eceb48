/**
 * Structs, arrays and maps: fields put together from the values of their leaves. Leaves with one
 * value a row are columns like any other; those inside arrays and maps are drawn here, each
 * occurrence from random words of its own, so that a row stays a function of its index.
 */
@NullMarked
package io.mirrorlake.synthesizer.nested;

import org.jspecify.annotations.NullMarked;
