/**
 * Tables that refer to each other: how many rows each has, where the rows of a family lie, and
 * which parents they have. All of it is arithmetic on row indexes and on sums over blocks; no table
 * is ever looked up.
 */
@NullMarked
package io.mirrorlake.synthesizer.dataset;

import org.jspecify.annotations.NullMarked;
