package io.mirrorlake.evaluator.sample;

/** One column of a {@link SampleTable}. */
public sealed interface SampleColumn permits NumberColumn, CategoryColumn {
  /** The column's name. */
  String name();

  /** What the values are. */
  Measure measure();

  /** The number of values, missing ones included. */
  int rows();

  /** Whether the value of this row is missing. */
  boolean isMissing(int row);

  /** The column with these rows, in this order; a row may be taken any number of times. */
  SampleColumn take(int[] rows);

  /** The column without its missing values. */
  SampleColumn present();

  /** The number of different values, missing ones not counted. */
  long distinct();

  /** The share of missing values, 0 to 1; 0 for no rows. */
  default double missingShare() {
    int missing = 0;
    for (int row = 0; row < rows(); row++) {
      missing += isMissing(row) ? 1 : 0;
    }
    return rows() == 0 ? 0 : (double) missing / rows();
  }
}
