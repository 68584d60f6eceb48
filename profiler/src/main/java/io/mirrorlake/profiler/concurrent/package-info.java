/**
 * Work on several tables at a time. It knows nothing of what is done with them, so that every
 * module may use it.
 */
@NullMarked
package io.mirrorlake.profiler.concurrent;

import org.jspecify.annotations.NullMarked;
