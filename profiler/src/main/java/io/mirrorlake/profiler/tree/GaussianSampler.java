package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.Latent.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Erf;

/** Draws rows of codes from a Gaussian copula, to compare it with trees. */
final class GaussianSampler {
  private final GaussianCopula copula;
  private final double[][] uniforms;

  private GaussianSampler(GaussianCopula copula, double[][] uniforms) {
    this.copula = copula;
    this.uniforms = uniforms;
  }

  /**
   * Rows of codes.
   *
   * @param columns the columns, whose scales have the order of categories that the copula is for
   * @return the columns with the drawn codes
   */
  static List<CodeColumn> draw(
      GaussianCopula copula, List<CodeColumn> columns, int rows, RandomGenerator random) {
    double[][] factor = copula.correlation().choleskyFactor();
    double[][] uniforms = new double[factor.length][rows];
    double[] normal = new double[factor.length];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < normal.length; i++) {
        normal[i] = random.nextGaussian();
      }
      for (int i = 0; i < normal.length; i++) {
        double sum = 0;
        for (int j = 0; j <= i; j++) {
          sum += factor[i][j] * normal[j];
        }
        // Phi(z) = erfc(-z / sqrt 2) / 2.
        uniforms[i][row] = Erf.erfc(-sum / Math.sqrt(2)) / 2;
      }
    }
    GaussianSampler sampler = new GaussianSampler(copula, uniforms);
    List<CodeColumn> drawn = new ArrayList<>();
    for (CodeColumn column : columns) {
      drawn.add(column.withCodes(sampler.codes(column, rows, random)));
    }
    return drawn;
  }

  private byte[] codes(CodeColumn column, int rows, RandomGenerator random) {
    CodeScale scale = column.scale();
    double nulls = scale.nullProbability();
    int value = copula.latents().indexOf(new Latent(column.name(), Role.VALUE));
    int missing = copula.latents().indexOf(new Latent(column.name(), Role.MISSING));
    byte[] codes = new byte[rows];
    for (int row = 0; row < rows; row++) {
      double v = value >= 0 ? uniforms[value][row] : random.nextDouble();
      double m = missing >= 0 ? uniforms[missing][row] : random.nextDouble();
      codes[row] = (byte) scale.codeAt(m >= 1 - nulls ? m : v * (1 - nulls));
    }
    return codes;
  }
}
