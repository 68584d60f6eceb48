package io.mirrorlake.evaluator.sequence;

/**
 * How much an entity's values depend on those some events before.
 *
 * <p>{@code r_k = (sum of (u_t - m)(u_(t+k) - m) / pairs) / (sum of (u_t - m)^2 / values)}, where u
 * are mid-ranks, m is the mean of the entity's own, and the sums are over all entities with at
 * least k + 2 values: with fewer the products are settled by the mean. What entities have in common
 * with themselves (rich customers stay rich) is in m, so r_k is about order alone. Of n
 * exchangeable values it is {@code -1 / (n - 1)} on the average and not 0, in both tables alike.
 * Missing values are stepped over.
 */
final class Autocorrelation {
  private Autocorrelation() {}

  /**
   * The autocorrelation.
   *
   * @return NaN where no entity has enough different values
   */
  static double of(EventSequences sequences, EventColumn.Numbers column, int lag) {
    double products = 0;
    double squares = 0;
    long pairs = 0;
    long values = 0;
    for (int entity = 0; entity < sequences.entities(); entity++) {
      double[] from = fromMean(sequences, column, entity);
      if (from.length >= lag + 2) {
        for (int t = 0; t < from.length; t++) {
          squares += from[t] * from[t];
          products += t + lag < from.length ? from[t] * from[t + lag] : 0;
        }
        values += from.length;
        pairs += from.length - lag;
      }
    }
    return squares > 0 ? products / pairs / (squares / values) : Double.NaN;
  }

  private static double[] fromMean(
      EventSequences sequences, EventColumn.Numbers column, int entity) {
    double[] ranks = new double[sequences.length(entity)];
    int size = 0;
    double sum = 0;
    for (int place = 0; place < ranks.length; place++) {
      double rank = column.rank(sequences.event(entity, place));
      if (!Double.isNaN(rank)) {
        ranks[size++] = rank;
        sum += rank;
      }
    }
    double[] from = new double[size];
    for (int i = 0; i < size; i++) {
      from[i] = ranks[i] - sum / size;
    }
    return from;
  }
}
