package io.mirrorlake.profiler.tree;

import java.util.List;

/**
 * How much each two columns tell of one another: their mutual information over the smaller of their
 * entropies, from 0 to 1, on at most 16 groups each. The expected information of independent
 * columns, (a - 1) (b - 1) / (2 n) for a and b groups and n rows (Miller 1955), is taken off.
 */
final class DependenceStrength {
  /** Enough to rank pairs; more rows would not change the order of columns. */
  private static final int MAX_ROWS = 32_768;

  private final double[][] strength;

  private DependenceStrength(double[][] strength) {
    this.strength = strength;
  }

  /** The strength of columns i and j; 0 for a column with itself. */
  double get(int i, int j) {
    return i == j ? 0 : strength[Math.max(i, j)][Math.min(i, j)];
  }

  /** The sum of a column's strengths with all others. */
  double total(int i) {
    double sum = 0;
    for (int j = 0; j < strength.length; j++) {
      sum += get(i, j);
    }
    return sum;
  }

  /** The strengths of all pairs of columns with the same rows. */
  static DependenceStrength of(List<CodeColumn> columns) {
    int rows = Math.min(MAX_ROWS, columns.get(0).rows());
    byte[][] groups = new byte[columns.size()][];
    int[] sizes = new int[columns.size()];
    for (int j = 0; j < groups.length; j++) {
      CodeGrouping grouping = CodeGrouping.of(columns.get(j));
      sizes[j] = grouping.groups();
      groups[j] = new byte[rows];
      for (int row = 0; row < rows; row++) {
        groups[j][row] = (byte) grouping.of(columns.get(j).code(row));
      }
    }
    double[][] strength = new double[groups.length][];
    for (int i = 0; i < groups.length; i++) {
      strength[i] = new double[i];
      for (int j = 0; j < i; j++) {
        int[] table = new int[sizes[i] * sizes[j]];
        for (int row = 0; row < rows; row++) {
          table[groups[i][row] * sizes[j] + groups[j][row]]++;
        }
        strength[i][j] = strength(table, sizes[i], sizes[j], rows);
      }
    }
    return new DependenceStrength(strength);
  }

  private static double strength(int[] table, int height, int width, int rows) {
    double[] first = new double[height];
    double[] second = new double[width];
    double joint = 0;
    for (int cell = 0; cell < table.length; cell++) {
      first[cell / width] += table[cell];
      second[cell % width] += table[cell];
      joint += product(table[cell]);
    }
    double a = entropy(first, rows);
    double b = entropy(second, rows);
    double bias = (height - 1.0) * (width - 1.0) / (2.0 * rows);
    double information = a + b - (product(rows) - joint) / rows - bias;
    double smaller = Math.min(a, b);
    return smaller > 0 ? Math.max(0, information / smaller) : 0;
  }

  private static double entropy(double[] counts, int rows) {
    double sum = 0;
    for (double count : counts) {
      sum += product(count);
    }
    return (product(rows) - sum) / rows;
  }

  private static double product(double count) {
    return count > 0 ? count * Math.log(count) : 0;
  }
}
