package io.mirrorlake.profiler.fit;

import java.util.Arrays;

/**
 * Codes of one variable joined into a few groups of neighbours, so that a pair of variables has a
 * small contingency table.
 */
final class CodeGroups {
  /**
   * Enough for a product-moment within half a percent of that of the ungrouped scores; 32 x 32
   * tables stay in cache.
   */
  static final int MAX_GROUPS = 32;

  private static final byte UNOBSERVED = -1;

  private final byte[] ofRow;
  private final int size;

  private CodeGroups(byte[] ofRow, int size) {
    this.ofRow = ofRow;
    this.size = size;
  }

  /** How many groups there are. */
  int size() {
    return size;
  }

  /** The group of a row, negative where the variable is not observed. */
  int of(int row) {
    return ofRow[row];
  }

  /**
   * The codes in a given order, joined so that no group but one code alone has much more than its
   * share of the rows.
   *
   * @param codes the code of every row, negative for a null
   * @param order position i of the new order holds code order[i]
   */
  static CodeGroups of(short[] codes, int[] order) {
    long[] counts = new long[order.length];
    for (short code : codes) {
      if (code >= 0) {
        counts[code]++;
      }
    }
    byte[] group = new byte[order.length];
    double share = (double) Arrays.stream(counts).sum() / MAX_GROUPS;
    boolean few = order.length <= MAX_GROUPS;
    int current = 0;
    double filled = 0;
    for (int i = 0; i < order.length; i++) {
      long count = counts[order[i]];
      boolean full = few ? i > 0 : filled > 0 && filled + count / 2.0 > share;
      if (full && current < MAX_GROUPS - 1) {
        current++;
        filled = 0;
      }
      group[order[i]] = (byte) current;
      filled += count;
    }
    return new CodeGroups(map(codes, group), current + 1);
  }

  /** Two groups: present and null. */
  static CodeGroups ofNulls(short[] codes) {
    byte[] ofRow = new byte[codes.length];
    for (int i = 0; i < codes.length; i++) {
      ofRow[i] = (byte) (codes[i] < 0 ? 1 : 0);
    }
    return new CodeGroups(ofRow, 2);
  }

  private static byte[] map(short[] codes, byte[] group) {
    byte[] ofRow = new byte[codes.length];
    for (int i = 0; i < codes.length; i++) {
      ofRow[i] = codes[i] < 0 ? UNOBSERVED : group[codes[i]];
    }
    return ofRow;
  }

  /**
   * How often each pair of groups occurs in one row, rows where either is not observed left out.
   */
  long[][] table(CodeGroups other) {
    long[][] table = new long[size][other.size];
    for (int i = 0; i < ofRow.length; i++) {
      if (ofRow[i] >= 0 && other.ofRow[i] >= 0) {
        table[ofRow[i]][other.ofRow[i]]++;
      }
    }
    return table;
  }
}
