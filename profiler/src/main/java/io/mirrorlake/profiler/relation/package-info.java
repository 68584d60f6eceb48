/**
 * How tables join: the laws by which rows find their parents, and their fit. Nothing here knows of
 * Spark or of the profile document.
 */
@NullMarked
package io.mirrorlake.profiler.relation;

import org.jspecify.annotations.NullMarked;
