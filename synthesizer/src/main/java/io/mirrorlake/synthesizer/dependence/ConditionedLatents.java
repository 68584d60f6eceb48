package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.CorrelationMatrix;
import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.Latent.Role;
import io.mirrorlake.synthesizer.condition.ColumnCondition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The latents of conditioned columns, before all others: null indicators before values, the
 * condition that fewest rows would keep first, so that most of what is improbable needs no weight.
 *
 * @param conditions the conditions in this order
 * @param copula the same copula with its latents in this order; latents that it does not know are
 *     independent of all others
 * @param leading how many latents are those of conditioned columns
 */
record ConditionedLatents(List<ColumnCondition> conditions, GaussianCopula copula, int leading) {

  static ConditionedLatents of(GaussianCopula copula, List<ColumnCondition> conditions) {
    List<ColumnCondition> sorted =
        conditions.stream()
            .sorted(Comparator.comparingDouble(ColumnCondition::probability))
            .toList();
    List<Latent> latents = new ArrayList<>();
    for (ColumnCondition condition : sorted) {
      double nulls = condition.column().marginal().nullProbability();
      if (nulls > 0) {
        latents.add(new Latent(condition.column().name(), Role.MISSING));
      }
      if (nulls < 1) {
        latents.add(new Latent(condition.column().name(), Role.VALUE));
      }
    }
    int leading = latents.size();
    copula.latents().stream().filter(latent -> !latents.contains(latent)).forEach(latents::add);
    return new ConditionedLatents(sorted, permuted(copula, latents), leading);
  }

  private static GaussianCopula permuted(GaussianCopula copula, List<Latent> latents) {
    int[] from = latents.stream().mapToInt(copula.latents()::indexOf).toArray();
    double[][] lower = new double[from.length][];
    for (int i = 0; i < from.length; i++) {
      lower[i] = new double[i];
      for (int j = 0; j < i; j++) {
        lower[i][j] = from[i] < 0 || from[j] < 0 ? 0 : copula.correlation().get(from[i], from[j]);
      }
    }
    return new GaussianCopula(
        latents, CorrelationMatrix.ofLowerTriangle(lower), copula.frobeniusChange());
  }
}
