/**
 * Keys: columns whose values are a one-to-one function of the row index, and therefore unique
 * without any coordination between tasks.
 */
@NullMarked
package io.mirrorlake.profiler.key;

import org.jspecify.annotations.NullMarked;
