/**
 * The thin adapter that runs the scans of a table on Spark and hands what they gather to the pure
 * fitting code.
 */
@NullMarked
package io.mirrorlake.profiler.spark;

import org.jspecify.annotations.NullMarked;
