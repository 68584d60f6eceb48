/**
 * What is counted of a table in one pass over all its rows, in memory that does not grow with them:
 * fine bins of every number, every label, the combinations of every pair of columns, sums for
 * correlations, and answers to queries. All of it is whole numbers, so the order in which rows or
 * parts come changes nothing.
 */
@NullMarked
package io.mirrorlake.evaluator.tally;

import org.jspecify.annotations.NullMarked;
