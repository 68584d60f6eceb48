package io.mirrorlake.profiler.marginal;

/**
 * The distribution of one column's values, nulls included.
 *
 * <p>With null probability q and segment weights w_1..w_n that sum to W, segment i covers [E_(i-1),
 * E_i) of the u-scale, where E_i = (1 - q) (w_1 + ... + w_i) / W, and nulls cover [1 - q, 1).
 */
public sealed interface Marginal permits NumericMarginal, CategoricalMarginal {

  /** The probability of a null, in [0, 1]. */
  double nullProbability();

  /** The same values with another probability of a null, below 1 where there are values. */
  Marginal withNullProbability(double probability);

  /** Whether some values are texts that are made, another one at every place. */
  default boolean makesTexts() {
    return false;
  }

  /** How many segments there are besides the nulls; 0 only where every value is null. */
  int segmentCount();

  /**
   * The weight of a segment among the values that are not null, in (0, 1]; weights sum to 1 up to
   * rounding.
   */
  double weight(int segment);

  /**
   * The edges E_0..E_n of the segments on the u-scale: n + 1 numbers that never fall, from 0 to
   * exactly 1 - nullProbability.
   */
  default double[] edges() {
    int n = segmentCount();
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += weight(i);
    }
    double[] edges = new double[n + 1];
    double share = 1 - nullProbability();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += weight(i);
      edges[i + 1] = i == n - 1 ? share : Math.min(share, share * (sum / total));
    }
    return edges;
  }
}
