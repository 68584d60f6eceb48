package io.mirrorlake.profiler.tree;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Distances from a row of codes to the nearest of some rows: the sum over columns of the difference
 * of ranks on the u-scale, or of one where codes without an order, or one of them null, differ.
 *
 * <p>The rows stand in the order of their codes, so that rows with the same codes in the first
 * columns lie side by side: a trie, whose branches are left out as soon as their columns alone are
 * farther than the nearest row so far.
 */
final class RowDistance {
  /** A rank difference of the whole scale; whole numbers make ties exact. */
  private static final int FULL = 256;

  /** So few rows are compared one by one. */
  private static final int FEW = 32;

  /** The columns, those first in which rows differ most: a sum that is too large shows early. */
  private final int[] order;

  private final int[][][] differences;
  private final byte[][] codes;

  /** For every column and row, the first row below with other codes in the columns up to it. */
  private final int[][] ends;

  private RowDistance(int[] order, int[][][] differences, byte[][] codes) {
    this.order = order;
    this.differences = differences;
    this.codes = codes;
    this.ends = ends(codes);
  }

  /** Distances to these rows. */
  static RowDistance to(List<CodeColumn> columns) {
    int[] order =
        IntStream.range(0, columns.size())
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -mean(columns.get(j).scale())))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rows = sorted(columns, order);
    int[][][] differences = new int[order.length][][];
    byte[][] codes = new byte[order.length][rows.length];
    for (int j = 0; j < codes.length; j++) {
      CodeColumn column = columns.get(order[j]);
      differences[j] = differences(column.scale());
      for (int row = 0; row < rows.length; row++) {
        codes[j][row] = (byte) column.code(rows[row]);
      }
    }
    return new RowDistance(order, differences, codes);
  }

  /** The rows in the order of their codes. */
  private static int[] sorted(List<CodeColumn> columns, int[] order) {
    Comparator<Integer> byCodes = Comparator.comparingInt(row -> columns.get(order[0]).code(row));
    for (int j = 1; j < order.length; j++) {
      CodeColumn column = columns.get(order[j]);
      byCodes = byCodes.thenComparingInt(column::code);
    }
    return IntStream.range(0, columns.get(0).rows())
        .boxed()
        .sorted(byCodes)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[][] ends(byte[][] codes) {
    int rows = codes[0].length;
    int[][] ends = new int[codes.length][rows];
    for (int j = 0; j < codes.length; j++) {
      for (int row = rows - 1; row >= 0; row--) {
        boolean last = row == rows - 1 || codes[j][row] != codes[j][row + 1];
        boolean apart = last || (j > 0 && ends[j - 1][row] == row + 1);
        ends[j][row] = apart ? row + 1 : ends[j][row + 1];
      }
    }
    return ends;
  }

  /** The mean difference of two rows drawn at random. */
  private static double mean(CodeScale scale) {
    int[][] differences = differences(scale);
    double sum = 0;
    for (int a = 0; a < differences.length; a++) {
      for (int b = 0; b < differences.length; b++) {
        sum += differences[a][b] * scale.probabilities().get(a) * scale.probabilities().get(b);
      }
    }
    return sum;
  }

  private static int[][] differences(CodeScale scale) {
    int[][] differences = new int[scale.size()][scale.size()];
    double[] rank = new double[scale.size()];
    double below = 0;
    for (int code = 0; code < rank.length; code++) {
      rank[code] = below + scale.probabilities().get(code) / 2;
      below += scale.probabilities().get(code);
    }
    int values = scale.size() - (scale.nullable() ? 1 : 0);
    for (int a = 0; a < rank.length; a++) {
      for (int b = 0; b < rank.length; b++) {
        boolean comparable = scale.ordered() && a < values && b < values;
        int apart = comparable ? (int) Math.round(FULL * Math.abs(rank[a] - rank[b])) : FULL;
        differences[a][b] = a == b ? 0 : apart;
      }
    }
    return differences;
  }

  /**
   * The distance from a row of other columns to the nearest of these rows.
   *
   * @param bound what is looked for: the result is exact where it is less, else the bound
   * @param enough the search ends as soon as a row is this near
   */
  int nearest(List<CodeColumn> others, int probe, int bound, int enough) {
    byte[] own = new byte[order.length];
    for (int j = 0; j < own.length; j++) {
      own[j] = (byte) others.get(order[j]).code(probe);
    }
    return new Search(own, bound, enough).nearest();
  }

  /** The search for the row that is nearest to one. */
  private final class Search {
    private final byte[] own;
    private final int[][] toCode;
    private final int enough;
    private int nearest;

    Search(byte[] own, int bound, int enough) {
      this.own = own;
      this.nearest = bound;
      this.enough = enough;
      this.toCode = new int[own.length][];
      for (int j = 0; j < own.length; j++) {
        toCode[j] = differences[j][own[j] & 0xff];
      }
    }

    int nearest() {
      search(0, 0, codes[0].length, 0);
      return nearest;
    }

    /**
     * Looks through rows [from, to), whose first columns have the same codes.
     *
     * @param column the first column in which they may differ
     * @param distance the sum over the columns before it, less than the nearest so far
     */
    private void search(int column, int from, int to, int distance) {
      if (to - from <= FEW) {
        compare(column, from, to, distance);
        return;
      }
      if (column == own.length) {
        nearest = distance;
        return;
      }
      // The branch of the same code first: it bounds what the others have to beat.
      int same = firstOf(codes[column], from, to, own[column]);
      if (same < to) {
        search(column + 1, same, ends[column][same], distance);
      }
      for (int row = from; row < to && nearest > enough; row = ends[column][row]) {
        int next = distance + toCode[column][codes[column][row] & 0xff];
        if (next < nearest && row != same) {
          search(column + 1, row, ends[column][row], next);
        }
      }
    }

    private void compare(int column, int from, int to, int before) {
      for (int row = from; row < to; row++) {
        int distance = before;
        for (int j = column; j < own.length && distance < nearest; j++) {
          distance += toCode[j][codes[j][row] & 0xff];
        }
        nearest = Math.min(nearest, distance);
      }
    }
  }

  /** The first row of [from, to) with a code, where codes rise; {@code to} if none has it. */
  private static int firstOf(byte[] codes, int from, int to, byte code) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Byte.compareUnsigned(codes[middle], code) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < to && codes[low] == code ? low : to;
  }
}
