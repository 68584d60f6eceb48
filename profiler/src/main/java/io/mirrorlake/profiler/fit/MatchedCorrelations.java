package io.mirrorlake.profiler.fit;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The matched correlation of every pair of variables.
 *
 * <p>A pair that is never observed together, such as a column's value and its being null, has no
 * correlation to match. It is given r_ik r_kj for the third variable k that makes it greatest in
 * size: the two are independent given k. Leaving it at zero would contradict the pairs around it,
 * and the repair of the matrix would weaken those.
 */
final class MatchedCorrelations {
  /** Pairs observed together in fewer rows than this count as never observed: all else is noise. */
  private static final int LEAST_PAIRS = 30;

  private MatchedCorrelations() {}

  /** The symmetric matrix of correlations, not necessarily positive definite. */
  static RealMatrix of(List<CodeGroups> variables) {
    int n = variables.size();
    double[][] matched = new double[n][n];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j < i; j++) {
                matched[i][j] = matched(variables.get(i), variables.get(j)).orElse(Double.NaN);
              }
            });
    for (int i = 0; i < n; i++) {
      matched[i][i] = 1;
      for (int j = 0; j < i; j++) {
        matched[j][i] = matched[i][j];
      }
    }
    return MatrixUtils.createRealMatrix(completed(matched));
  }

  private static OptionalDouble matched(CodeGroups a, CodeGroups b) {
    long[][] table = a.table(b);
    long rows = Arrays.stream(table).flatMapToLong(Arrays::stream).sum();
    return rows < LEAST_PAIRS ? OptionalDouble.empty() : LatentCorrelation.of(table);
  }

  private static double[][] completed(double[][] matched) {
    int n = matched.length;
    double[][] complete = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        complete[i][j] = Double.isNaN(matched[i][j]) ? mediated(matched, i, j) : matched[i][j];
      }
    }
    return complete;
  }

  private static double mediated(double[][] matched, int i, int j) {
    double greatest = 0;
    for (int k = 0; k < matched.length; k++) {
      double product = matched[i][k] * matched[k][j];
      if (Math.abs(product) > Math.abs(greatest)) {
        greatest = product;
      }
    }
    return greatest;
  }
}
