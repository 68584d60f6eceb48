package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.GivenColumn;

/** What is known of the sample's rows before any column is drawn. */
public final class GivenCodes {
  private final GivenColumn column;
  private final byte[] codes;
  private final boolean ordered;

  private GivenCodes(GivenColumn column, byte[] codes, boolean ordered) {
    this.column = column;
    this.codes = codes;
    this.ordered = ordered;
  }

  /**
   * The codes of one column.
   *
   * @param column whose codes these are
   * @param codes a code for every row; kept, not copied
   * @param ordered whether neighbouring codes are alike
   */
  public static GivenCodes of(GivenColumn column, byte[] codes, boolean ordered) {
    return new GivenCodes(column, codes, ordered);
  }

  GivenColumn column() {
    return column;
  }

  byte[] codes() {
    return codes;
  }

  boolean ordered() {
    return ordered;
  }
}
