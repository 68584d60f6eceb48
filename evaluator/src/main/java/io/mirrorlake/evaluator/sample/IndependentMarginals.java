package io.mirrorlake.evaluator.sample;

import java.util.List;

/**
 * The floor of every score: each column of a real table in its own random order. Every column keeps
 * its distribution, and nothing is left of what the columns say about each other.
 */
public final class IndependentMarginals {
  private IndependentMarginals() {}

  /** The table with each column permuted on its own. */
  public static SampleTable of(SampleTable table, long seed) {
    List<SampleColumn> permuted =
        table.columns().stream()
            .map(
                column ->
                    column.take(
                        Draw.of(seed, "independent " + column.name()).permutation(table.rows())))
            .toList();
    return new SampleTable(permuted, table.rows());
  }
}
