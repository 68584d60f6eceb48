package io.mirrorlake.evaluator.relations;

import io.mirrorlake.evaluator.sample.Draw;
import java.util.Arrays;

/**
 * Two scores of the shape of a fan-out, each with its ceiling and its floor.
 *
 * @param distance the Kolmogorov-Smirnov distance between the numbers of children of real and of
 *     synthetic parents
 * @param concentration the difference of the Gini coefficients: how much hotter or colder the hot
 *     keys are
 */
public record FanOutScores(Score distance, Score concentration) {
  /** Enough for the 95 % quantile to be known to a few hundredths of itself. */
  private static final int RESAMPLES = 60;

  /**
   * A score of one reference.
   *
   * @param value of the synthetic tables; lower is better
   * @param ceiling the mean of bootstrap samples of the real parents
   * @param limit what 95 of 100 bootstrap samples do not exceed
   * @param floor of children dealt to parents at random
   */
  public record Score(double value, double ceiling, double limit, double floor) {}

  /**
   * The scores.
   *
   * @param seed of the bootstrap samples, which have as many parents as the synthetic table
   */
  public static FanOutScores of(FanOuts real, FanOuts synthetic, long seed) {
    Draw draw = Draw.of(seed, "fan-out");
    double scale = FanOuts.scaleOfResample(synthetic.parents());
    double[] distances = new double[RESAMPLES];
    double[] concentrations = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      FanOuts sample = real.resampled(synthetic.parents(), draw);
      distances[i] = scale * real.distance(sample);
      concentrations[i] = scale * Math.abs(real.gini() - sample.gini());
    }
    FanOuts random = real.dealtAtRandom();
    return new FanOutScores(
        score(real.distance(synthetic), distances, real.distance(random)),
        score(
            Math.abs(real.gini() - synthetic.gini()),
            concentrations,
            Math.abs(real.gini() - random.gini())));
  }

  private static Score score(double value, double[] resamples, double floor) {
    Arrays.sort(resamples);
    double mean = Arrays.stream(resamples).average().orElseThrow();
    return new Score(value, mean, resamples[RESAMPLES * 95 / 100], floor);
  }
}
