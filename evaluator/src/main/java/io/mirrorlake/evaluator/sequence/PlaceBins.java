package io.mirrorlake.evaluator.sequence;

/**
 * What values an entity's first event has, its last one, and those between; of entities with at
 * least three events.
 */
final class PlaceBins {
  private static final int PLACES = 3;
  private static final int LEAST_EVENTS = 3;

  private final double[][] counts;
  private final double[] sizes = new double[PLACES];

  private PlaceBins(int bins) {
    this.counts = new double[PLACES][bins];
  }

  static PlaceBins of(EventSequences sequences, EventColumn column) {
    PlaceBins bins = new PlaceBins(column.bins());
    for (int entity = 0; entity < sequences.entities(); entity++) {
      int length = sequences.length(entity);
      for (int at = 0; at < length && length >= LEAST_EVENTS; at++) {
        int place = at == 0 ? 0 : at == length - 1 ? 2 : 1;
        bins.counts[place][column.bin(sequences.event(entity, at))]++;
        bins.sizes[place]++;
      }
    }
    return bins;
  }

  /**
   * The mean over the three places of the total variation distance between the two tables' values.
   *
   * @return NaN where a table has no entity with three events
   */
  double distance(PlaceBins other) {
    if (sizes[0] == 0 || other.sizes[0] == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int place = 0; place < PLACES; place++) {
      for (int bin = 0; bin < counts[place].length; bin++) {
        sum +=
            Math.abs(
                counts[place][bin] / sizes[place] - other.counts[place][bin] / other.sizes[place]);
      }
    }
    return sum / 2 / PLACES;
  }
}
