package io.mirrorlake.evaluator.relations;

import io.mirrorlake.evaluator.sample.Draw;
import java.util.Arrays;

/**
 * Real families in two random halves of parents, so that synthetic families and real ones can be
 * held against the same real ones at the same size.
 *
 * @param reference the half that all are compared with
 * @param other the other half
 * @param dealt the other half with its children dealt at random
 * @param synthetic as many synthetic families
 */
record Halves(Families reference, Families other, Families dealt, Families synthetic) {
  /** The boosted trees need no more, and they cost time. */
  private static final int MOST_PARENTS = 20_000;

  static Halves of(Families real, Families synthetic, long seed) {
    int half =
        Math.min(MOST_PARENTS, Math.min(real.parents().rows() / 2, synthetic.parents().rows()));
    int[] order = Draw.of(seed, "halves").permutation(real.parents().rows());
    Families other = real.take(Arrays.copyOfRange(order, half, 2 * half));
    return new Halves(
        real.take(Arrays.copyOf(order, half)),
        other,
        other.dealtAtRandom(Draw.of(seed, "dealt children")),
        synthetic.drawn(half, Draw.of(seed, "synthetic families")));
  }

  int parents() {
    return reference.parents().rows();
  }
}
