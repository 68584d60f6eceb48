package io.mirrorlake.profiler.copula;

import java.util.List;

/**
 * The joint distribution of a table's columns on their u-scales: one uniform a column, in the
 * table's column order, key columns left out.
 */
public sealed interface Copula permits IndependentCopula, GaussianCopula, TreeCopula {

  /** What is known of a row before any column is drawn. */
  default List<GivenColumn> given() {
    return List.of();
  }
}
