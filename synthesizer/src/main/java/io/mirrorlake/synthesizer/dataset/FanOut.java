package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;

/**
 * How many children rows have in one table.
 *
 * @param child the table
 * @param column the hidden column that says it
 * @param most the most a row can have: as many as keep the child's key unique
 */
record FanOut(String child, Drawn column, long most) {}
