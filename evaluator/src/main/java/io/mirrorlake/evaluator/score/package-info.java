/**
 * How well predictions rank, hit and explain what is true, and how sure a share or an area is,
 * given its number of observations. Plain arrays in, numbers out.
 */
@NullMarked
package io.mirrorlake.evaluator.score;

import org.jspecify.annotations.NullMarked;
