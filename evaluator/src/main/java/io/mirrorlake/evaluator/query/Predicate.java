package io.mirrorlake.evaluator.query;

import java.io.Serializable;

/**
 * A condition on one column, in terms of its bins, so that a table whose bins are known answers it
 * exactly.
 */
public final class Predicate implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int column;
  private final String text;
  private final boolean[] bins;

  /**
   * A condition.
   *
   * @param column the place of the column
   * @param text the condition for a reader, such as {@code age > 30 and age <= 45}
   * @param bins whether each bin passes, the last being that of missing values
   */
  public Predicate(int column, String text, boolean... bins) {
    this.column = column;
    this.text = text;
    this.bins = bins.clone();
  }

  /** The place of the column. */
  public int column() {
    return column;
  }

  /** The condition for a reader. */
  public String text() {
    return text;
  }

  /** Whether a bin passes. */
  public boolean passes(int bin) {
    return bins[bin];
  }
}
