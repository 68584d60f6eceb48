package io.mirrorlake.profiler.fit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of a nominal column's categories along their leading correspondence axis against all
 * other columns.
 *
 * <p>With P the table of joint shares of the column (rows) and the groups of another (columns), r
 * and c its margins, and S = D_r^(-1/2) (P - r c') D_c^(-1/2), the axis is the leading eigenvector
 * v of the sum of S S' over the other columns, and the score of category i is v_i / sqrt(r_i)
 * (Greenacre, "Correspondence Analysis in Practice"). Neighbours on the axis go with similar values
 * elsewhere, and so a single latent variable can carry them.
 */
final class CorrespondenceOrder {
  /**
   * The order of categories settles long before. Where they do not differ, they keep the order they
   * have.
   */
  private static final LeadingAxis AXIS = new LeadingAxis(1e-10, 500);

  private CorrespondenceOrder() {}

  /**
   * The order: position i holds category order[i].
   *
   * @param categories how many categories take part
   * @param tables for every other column the counts of category x group; rows beyond the categories
   *     are left out
   */
  static int[] of(int categories, List<long[][]> tables) {
    double[][] inertia = new double[categories][categories];
    double[] margin = new double[categories];
    for (long[][] table : tables) {
      addInertia(inertia, margin, table);
    }
    double[] axis = AXIS.of(categories, vector -> LeadingAxis.times(inertia, vector));
    double[] score = new double[categories];
    for (int i = 0; i < categories; i++) {
      score[i] = margin[i] > 0 ? axis[i] / Math.sqrt(margin[i]) : 0;
    }
    return IntStream.range(0, categories)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> score[i]).thenComparingInt(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static void addInertia(double[][] inertia, double[] margin, long[][] table) {
    int n = inertia.length;
    int groups = table[0].length;
    double[] r = new double[n];
    double[] c = new double[groups];
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int g = 0; g < groups; g++) {
        r[i] += table[i][g];
        c[g] += table[i][g];
        total += table[i][g];
      }
    }
    if (total == 0) {
      return;
    }
    double[][] s = new double[n][groups];
    for (int i = 0; i < n; i++) {
      margin[i] += r[i] / total;
      for (int g = 0; g < groups; g++) {
        double expected = r[i] * c[g] / total;
        s[i][g] = expected > 0 ? (table[i][g] - expected) / Math.sqrt(expected * total) : 0;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int g = 0; g < groups; g++) {
          product += s[i][g] * s[j][g];
        }
        inertia[i][j] += product;
        inertia[j][i] = inertia[i][j];
      }
    }
  }
}
