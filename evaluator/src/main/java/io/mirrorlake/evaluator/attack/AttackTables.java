package io.mirrorlake.evaluator.attack;

import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.stream.IntStream;

/**
 * What an attack works with.
 *
 * @param synthetic what the attacker has
 * @param train rows whose details he is after
 * @param control as many rows of the same kind that nobody trained on
 */
public record AttackTables(SampleTable synthetic, SampleTable train, SampleTable control) {
  public AttackTables {
    if (train.rows() != control.rows()) {
      throw new IllegalArgumentException(
          train.rows() + " training rows, but " + control.rows() + " in the control group");
    }
  }

  /** The same with at most so many targets on each side; the rows are in random order. */
  AttackTables withTargets(int most) {
    int[] first = IntStream.range(0, Math.min(most, train.rows())).toArray();
    return new AttackTables(synthetic, train.take(first), control.take(first));
  }
}
