/**
 * Sketches: what one scan of a table leaves behind of each column, in bounded memory.
 *
 * <p>Every sketch is a mutable accumulator with {@code add} and {@code merge}. Merging is
 * associative and commutative, and but for the candidates of {@link
 * io.mirrorlake.profiler.sketch.FrequentValues} the result depends only on the multiset of the
 * values, so that one table gives one profile whatever its partitioning.
 */
@NullMarked
package io.mirrorlake.profiler.sketch;

import org.jspecify.annotations.NullMarked;
