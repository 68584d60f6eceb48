package io.mirrorlake.profiler.copula;

import java.util.HashSet;
import java.util.List;

/**
 * Correlated standard normal variables, one or two a column. A column whose values vary has a VALUE
 * latent, a column that is null at times but not always has a MISSING latent as well; a column
 * without latents is independent of all others.
 *
 * @param latents the latent variables in the table's column order, VALUE before MISSING
 * @param correlation their correlation matrix, matched to the latent scale
 * @param frobeniusChange how far the repair to a positive definite matrix moved the matched
 *     correlations, as the Frobenius norm of the difference
 */
public record GaussianCopula(
    List<Latent> latents, CorrelationMatrix correlation, double frobeniusChange) implements Copula {
  public GaussianCopula {
    latents = List.copyOf(latents);
    if (latents.size() != correlation.size()) {
      throw new IllegalArgumentException(
          latents.size() + " latents, but a correlation matrix of size " + correlation.size());
    }
    if (new HashSet<>(latents).size() != latents.size()) {
      throw new IllegalArgumentException("a latent is listed twice in " + latents);
    }
    if (!(frobeniusChange >= 0 && Double.isFinite(frobeniusChange))) {
      throw new IllegalArgumentException(
          "the Frobenius change must be 0 or more: " + frobeniusChange);
    }
  }
}
