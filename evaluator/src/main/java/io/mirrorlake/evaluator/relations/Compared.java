package io.mirrorlake.evaluator.relations;

import java.util.function.ToDoubleFunction;

/**
 * A score of synthetic families beside what equally many real ones score, and what real ones score
 * whose children were dealt anew.
 *
 * @param score of the synthetic families
 * @param ceiling of the other half of the real families
 * @param floor of that half with children dealt at random
 * @param standardError of the score
 */
public record Compared(double score, double ceiling, double floor, double standardError) {
  /**
   * The mean error of each. What real families of the same kind and number are off by, the score
   * may be off by as well: its standard error is taken to be the ceiling, which is cautious.
   */
  static Compared of(Halves halves, ToDoubleFunction<Families> meanError) {
    double ceiling = meanError.applyAsDouble(halves.other());
    return new Compared(
        meanError.applyAsDouble(halves.synthetic()),
        ceiling,
        meanError.applyAsDouble(halves.dealt()),
        ceiling);
  }
}
