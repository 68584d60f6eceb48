package io.mirrorlake.profiler.spark;

import io.mirrorlake.profiler.copula.GivenColumn;
import io.mirrorlake.profiler.copula.GivenColumn.Origin;
import io.mirrorlake.profiler.marginal.Marginal;
import io.mirrorlake.profiler.schema.ColumnType;
import java.util.Optional;

/**
 * Something that is known of a row before its columns are drawn, and where the wide query has it.
 *
 * @param name what the copula calls it
 * @param origin whose column it is
 * @param column the column it is taken from, empty for positions and cells
 * @param type the type of its values
 * @param marginal the parent's marginal; empty where it is the table's own column's, or none
 * @param passed what it is to the parent, where that one is given it too
 */
record GivenSource(
    String name,
    Origin origin,
    String column,
    ColumnType type,
    Optional<Marginal> marginal,
    Optional<GivenColumn> passed) {}
