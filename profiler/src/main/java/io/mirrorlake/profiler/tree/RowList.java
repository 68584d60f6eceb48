package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.CodeSet;

/** A list of rows that a tree's splits bring into order: each node's rows lie side by side. */
final class RowList {
  private final int[] rows;
  private final int[] aside;

  /**
   * @param rows the rows; kept, and brought into another order
   */
  RowList(int[] rows) {
    this.rows = rows;
    this.aside = new int[rows.length];
  }

  int[] rows() {
    return rows;
  }

  /** Brings the rows of the set to the front, both parts in their order; returns where they end. */
  int part(int from, int to, CodeColumn ancestor, CodeSet inside) {
    int kept = from;
    int moved = 0;
    for (int i = from; i < to; i++) {
      int row = rows[i];
      int in = inside.contains(ancestor.code(row)) ? 1 : 0;
      // To both places, of which one is written over: no branch to be guessed wrongly.
      rows[kept] = row;
      aside[moved] = row;
      kept += in;
      moved += 1 - in;
    }
    System.arraycopy(aside, 0, rows, kept, moved);
    return kept;
  }
}
