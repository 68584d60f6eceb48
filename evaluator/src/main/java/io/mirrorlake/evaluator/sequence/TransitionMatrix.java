package io.mirrorlake.evaluator.sequence;

/**
 * How often each label comes directly after each other one, within an entity; a missing value is a
 * label of its own.
 */
final class TransitionMatrix {
  private final long[][] counts;
  private final long[] from;

  private TransitionMatrix(long[][] counts) {
    this.counts = counts;
    this.from = new long[counts.length];
    for (int a = 0; a < counts.length; a++) {
      for (long count : counts[a]) {
        from[a] += count;
      }
    }
  }

  static TransitionMatrix of(EventSequences sequences, EventColumn column) {
    long[][] counts = new long[column.bins()][column.bins()];
    for (int entity = 0; entity < sequences.entities(); entity++) {
      for (int place = 1; place < sequences.length(entity); place++) {
        int before = column.bin(sequences.event(entity, place - 1));
        counts[before][column.bin(sequences.event(entity, place))]++;
      }
    }
    return new TransitionMatrix(counts);
  }

  /** The share of events after {@code a} that are {@code b}; 0 where none comes after {@code a}. */
  double probability(int a, int b) {
    return from[a] == 0 ? 0 : (double) counts[a][b] / from[a];
  }

  /** The share of all transitions that begin at {@code a}. */
  double weight(int a) {
    long all = 0;
    for (long count : from) {
      all += count;
    }
    return all == 0 ? 0 : (double) from[a] / all;
  }

  int size() {
    return counts.length;
  }

  /**
   * How far another table's transitions are from these: the mean, over events of this one, of the
   * total variation distance between what comes next here and there; 1 where the other never has
   * the label before.
   *
   * @return NaN where this has no transition
   */
  double distance(TransitionMatrix other) {
    double sum = 0;
    double weights = 0;
    for (int a = 0; a < counts.length; a++) {
      double apart = other.from[a] == 0 ? 2 : 0;
      for (int b = 0; b < counts.length && other.from[a] > 0; b++) {
        apart += Math.abs(probability(a, b) - other.probability(a, b));
      }
      sum += weight(a) * apart / 2;
      weights += weight(a);
    }
    return weights > 0 ? sum : Double.NaN;
  }
}
