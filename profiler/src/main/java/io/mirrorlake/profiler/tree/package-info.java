/**
 * Fits tree copulas: the order of the columns, the trees of each, and how far they may grow before
 * they remember rows.
 */
@NullMarked
package io.mirrorlake.profiler.tree;

import org.jspecify.annotations.NullMarked;
