package io.mirrorlake.profiler.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * The sums that the similarity of siblings is computed from, of whole families: of all of them, or
 * of a sample by their hashes where they are many, so that a task's memory has a bound.
 */
final class FamilySums implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A correlation from so many families has a standard error of about 0.01. */
  private static final int MAX_FAMILIES = 8_192;

  /** Per column: how many values there are, their sum, and that of their squares. */
  private static final int SUMS = 3;

  private final int columns;
  private final Map<Long, double[]> families = new HashMap<>();

  /** Hashes that begin with so many zeros are watched. */
  private int level;

  FamilySums(int columns) {
    this.columns = columns;
  }

  /**
   * Adds a row.
   *
   * @param family the hash of its parent
   * @param values the values of its columns, NaN for those that are not known
   */
  void add(long family, double[] values) {
    if (!isWatched(family)) {
      return;
    }
    double[] sums = families.computeIfAbsent(family, hash -> new double[SUMS * columns]);
    for (int i = 0; i < columns; i++) {
      if (!Double.isNaN(values[i])) {
        sums[SUMS * i]++;
        sums[SUMS * i + 1] += values[i];
        sums[SUMS * i + 2] += values[i] * values[i];
      }
    }
    shrink();
  }

  /** Adds the families of other rows. */
  void merge(FamilySums other) {
    level = Math.max(level, other.level);
    families.keySet().removeIf(family -> !isWatched(family));
    other.families.forEach(
        (family, sums) -> {
          if (isWatched(family)) {
            families.merge(family, sums, FamilySums::sum);
          }
        });
    shrink();
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  private boolean isWatched(long family) {
    return Long.numberOfLeadingZeros(family) >= level;
  }

  private void shrink() {
    while (families.size() > MAX_FAMILIES) {
      level++;
      families.keySet().removeIf(family -> !isWatched(family));
    }
  }

  /**
   * The intraclass correlation of a column, from a one-way analysis of variance: rho = (MSB - MSW)
   * / (MSB + (m - 1) MSW) with the mean squares between and within families and m rows a family; 0
   * where no family has two rows.
   */
  double correlation(int column) {
    double n = 0;
    double s = 0;
    double q = 0;
    double between = 0;
    long count = 0;
    for (double[] sums : families.values()) {
      double rows = sums[SUMS * column];
      double sum = sums[SUMS * column + 1];
      n += rows;
      s += sum;
      q += sums[SUMS * column + 2];
      between += rows > 0 ? sum * sum / rows : 0;
      count += rows > 0 ? 1 : 0;
    }
    double m = n / Math.max(1, count);
    double meanBetween = (between - s * s / Math.max(1, n)) / Math.max(1, count - 1);
    double meanWithin = (q - between) / Math.max(1, n - count);
    double all = meanBetween + (m - 1) * meanWithin;
    return n > count && all > 0 ? (meanBetween - meanWithin) / all : 0;
  }
}
