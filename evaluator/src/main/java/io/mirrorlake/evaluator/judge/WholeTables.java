package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.nearest.Records;

/**
 * All rows of tables that are too large to be in memory.
 *
 * @param train those of train, thinned to about as many as the holdout has where it has fewer
 * @param holdout those of the holdout, thinned likewise
 * @param synthetic all synthetic rows
 */
public record WholeTables(Records train, Records holdout, Records synthetic) {}
