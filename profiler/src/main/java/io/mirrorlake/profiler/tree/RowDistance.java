package io.mirrorlake.profiler.tree;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Distances from a row of codes to the nearest of some rows: the sum over columns of the difference
 * of ranks on the u-scale, or of one where codes without an order, or one of them null, differ.
 */
final class RowDistance {
  /** A rank difference of the whole scale; whole numbers make ties exact. */
  private static final int FULL = 256;

  /** The columns, those first in which rows differ most: a sum that is too large shows early. */
  private final int[] order;

  private final int[][][] differences;
  private final byte[][] codes;
  private final int rows;

  private RowDistance(int[] order, int[][][] differences, byte[][] codes, int rows) {
    this.order = order;
    this.differences = differences;
    this.codes = codes;
    this.rows = rows;
  }

  /** Distances to these rows. */
  static RowDistance to(List<CodeColumn> columns) {
    int[] order =
        IntStream.range(0, columns.size())
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -mean(columns.get(j).scale())))
            .mapToInt(Integer::intValue)
            .toArray();
    int[][][] differences = new int[columns.size()][][];
    byte[][] codes = new byte[columns.size()][columns.get(0).rows()];
    for (int j = 0; j < codes.length; j++) {
      CodeColumn column = columns.get(order[j]);
      differences[j] = differences(column.scale());
      for (int row = 0; row < codes[j].length; row++) {
        codes[j][row] = (byte) column.code(row);
      }
    }
    return new RowDistance(order, differences, codes, columns.get(0).rows());
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
    int nearest = bound;
    int[][] toCode = new int[codes.length][];
    for (int j = 0; j < toCode.length; j++) {
      toCode[j] = differences[j][others.get(order[j]).code(probe)];
    }
    for (int row = 0; row < rows && nearest > enough; row++) {
      int distance = 0;
      for (int j = 0; j < toCode.length && distance < nearest; j++) {
        distance += toCode[j][codes[j][row] & 0xff];
      }
      nearest = Math.min(nearest, distance);
    }
    return nearest;
  }
}
