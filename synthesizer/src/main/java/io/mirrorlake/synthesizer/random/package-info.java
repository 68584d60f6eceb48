/**
 * Random numbers by address: any word of any stream can be computed alone, so that a cell's value
 * depends on the seed, the table, the column and the row, and on nothing else. Permutations of the
 * row index make keys.
 */
@NullMarked
package io.mirrorlake.synthesizer.random;

import org.jspecify.annotations.NullMarked;
