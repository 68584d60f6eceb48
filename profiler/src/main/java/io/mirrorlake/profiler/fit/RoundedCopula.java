package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.copula.Copula;
import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.disclosure.SecretRounding;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A copula as it is told: the correlations of a Gaussian one are moved by as much as they are
 * uncertain anyway. Trees are grown from secret parts of the rows, and need none of that.
 */
public final class RoundedCopula {
  /**
   * The standard error of a correlation r from n rows is (1 - r^2) / sqrt(n): one and a half of
   * them either way. A row at the ends of both columns moves it by up to four fifths of one.
   */
  private static final double MOVE = 3;

  private RoundedCopula() {}

  /** The copula fitted to so many rows. */
  public static Copula of(Copula copula, int rows, SecretRounding rounding) {
    return copula instanceof GaussianCopula gaussian && rounding.isOn()
        ? moved(gaussian, rows, rounding)
        : copula;
  }

  private static GaussianCopula moved(GaussianCopula copula, int rows, SecretRounding rounding) {
    int n = copula.latents().size();
    RealMatrix matrix = MatrixUtils.createRealIdentityMatrix(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double r = copula.correlation().get(i, j);
        double moved = rounding.number(r, step(r, rows, rounding), "r " + i + " " + j);
        double within = Math.max(-1, Math.min(1, moved));
        matrix.setEntry(i, j, within);
        matrix.setEntry(j, i, within);
      }
    }
    CorrelationMatrix told = GaussianCopulaFitter.rounded(NearestCorrelation.of(matrix));
    double change = rounding.number(copula.frobeniusChange(), MOVE / Math.sqrt(rows), "repair");
    return new GaussianCopula(copula.latents(), told, Rounding.correlation(Math.max(0, change)));
  }

  /** Not less than what a few rows at the ends of both columns would change. */
  private static double step(double r, int rows, SecretRounding rounding) {
    return Math.max(MOVE * (1 - r * r) / Math.sqrt(rows), (double) rounding.base() / rows);
  }
}
