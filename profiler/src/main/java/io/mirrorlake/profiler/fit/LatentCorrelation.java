package io.mirrorlake.profiler.fit;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The correlation of two standard normal variables that, cut at the margins of a contingency table,
 * have the table's product-moment of normal scores.
 *
 * <p>Cut the variables at thresholds t_i and u_j, give every category its normal score s = E[z |
 * category], and let d_i, e_j be the jumps of the scores at the thresholds. By Price's theorem the
 * covariance of the scores at latent correlation r is
 *
 * <pre>C(r) = integral from 0 to r of sum_ij d_i e_j phi2(t_i, u_j; rho) d rho</pre>
 *
 * with phi2 the bivariate normal density; it rises with r. The observed covariance is inverted
 * through it. This is the matching of NORTA (Cario and Nelson 1997), exact for coarse categories
 * where a truncated Hermite series is not; for two balanced binaries with phi coefficient p it
 * gives sin(pi p / 2).
 */
final class LatentCorrelation {
  /** Beyond it, the copula is a monotone function for all a column of a thousand codes can show. */
  static final double MAX = 0.9995;

  /**
   * Panels in the angle asin(r) from 0 to MAX; with four nodes each, C is exact to 1e-6 for 32 x 32
   * tables.
   */
  private static final int PANELS = 12;

  private static final double[] NODES = {
    -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526
  };
  private static final double[] NODE_WEIGHTS = {
    0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538
  };

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] thresholds;
  private final double[] scores;

  private LatentCorrelation(double[] margin) {
    int n = margin.length;
    thresholds = new double[n + 1];
    scores = new double[n];
    thresholds[0] = Double.NEGATIVE_INFINITY;
    thresholds[n] = Double.POSITIVE_INFINITY;
    double below = 0;
    for (int i = 0; i < n; i++) {
      below += margin[i];
      if (i < n - 1) {
        thresholds[i + 1] = NORMAL.inverseCumulativeProbability(Math.min(1, below));
      }
      scores[i] =
          margin[i] > 0
              ? (NORMAL.density(thresholds[i]) - NORMAL.density(thresholds[i + 1])) / margin[i]
              : 0;
    }
  }

  /**
   * The latent correlation of the row and the column variable of a table of counts, inside [-MAX,
   * MAX]; empty where a variable does not vary in it, and so says nothing of the correlation.
   */
  static OptionalDouble of(long[][] table) {
    double[][] margins = margins(table);
    if (!varies(margins[0]) || !varies(margins[1])) {
      return OptionalDouble.empty();
    }
    LatentCorrelation a = new LatentCorrelation(margins[0]);
    LatentCorrelation b = new LatentCorrelation(margins[1]);
    double covariance = 0;
    double total = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        covariance += table[i][j] * a.scores[i] * b.scores[j];
        total += table[i][j];
      }
    }
    return OptionalDouble.of(solve(a, b, covariance / total));
  }

  private static boolean varies(double[] margin) {
    return Arrays.stream(margin).filter(share -> share > 0).count() > 1;
  }

  private static double[][] margins(long[][] table) {
    double[] rows = new double[table.length];
    double[] columns = new double[table[0].length];
    double total = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        rows[i] += table[i][j];
        columns[j] += table[i][j];
        total += table[i][j];
      }
    }
    for (int i = 0; i < rows.length; i++) {
      rows[i] /= total;
    }
    for (int j = 0; j < columns.length; j++) {
      columns[j] /= total;
    }
    return new double[][] {rows, columns};
  }

  private static double solve(LatentCorrelation a, LatentCorrelation b, double covariance) {
    double sign = Math.signum(covariance);
    double width = Math.asin(MAX) / PANELS;
    double reached = 0;
    for (int panel = 0; panel < PANELS && sign != 0; panel++) {
      double next = reached;
      for (int k = 0; k < NODES.length; k++) {
        double angle = sign * width * (panel + (1 + NODES[k]) / 2);
        next += NODE_WEIGHTS[k] * width / 2 * density(a, b, angle);
      }
      if (next >= Math.abs(covariance)) {
        // Inside one panel C is as good as linear in the angle.
        double inside = (Math.abs(covariance) - reached) / (next - reached);
        return Math.sin(sign * width * (panel + inside));
      }
      reached = next;
    }
    // No correlation reaches the covariance, and the greatest is nearest.
    return sign * MAX;
  }

  /**
   * dC / d angle at r = sin(angle): the density's factor 1 / cos(angle) cancels against dr =
   * cos(angle) d angle.
   */
  private static double density(LatentCorrelation a, LatentCorrelation b, double angle) {
    double r = Math.sin(angle);
    double scale = -0.5 / (1 - r * r);
    double sum = 0;
    for (int i = 1; i < a.scores.length; i++) {
      double t = a.thresholds[i];
      double jump = a.scores[i] - a.scores[i - 1];
      if (jump == 0 || Double.isInfinite(t)) {
        continue;
      }
      for (int j = 1; j < b.scores.length; j++) {
        double u = b.thresholds[j];
        double weight = jump * (b.scores[j] - b.scores[j - 1]);
        if (weight != 0 && !Double.isInfinite(u)) {
          sum += weight * Math.exp(scale * (t * t - 2 * r * t * u + u * u));
        }
      }
    }
    return sum / (2 * Math.PI);
  }
}
