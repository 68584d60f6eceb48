package io.mirrorlake.evaluator.relations;

import java.util.function.ToDoubleFunction;

/**
 * A score of synthetic families beside what equally many real ones score, and what real ones score
 * whose children were dealt anew.
 *
 * @param score of the synthetic families
 * @param ceiling of the other half of the real families
 * @param floor of that half with children dealt at random
 */
public record Compared(double score, double ceiling, double floor) {
  /** The score of each. */
  static Compared of(Halves halves, ToDoubleFunction<Families> scored) {
    return new Compared(
        scored.applyAsDouble(halves.synthetic()),
        scored.applyAsDouble(halves.other()),
        scored.applyAsDouble(halves.dealt()));
  }
}
