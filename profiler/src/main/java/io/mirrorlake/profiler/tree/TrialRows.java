package io.mirrorlake.profiler.tree;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows drawn for trials, in {@link #PARTS} parts of which each is held out in its turn. */
final class TrialRows {
  static final int PARTS = 4;

  private final int[] shuffled;

  private TrialRows(int[] shuffled) {
    this.shuffled = shuffled;
  }

  /**
   * Rows drawn at random.
   *
   * @param rows how many there are
   * @param most how many are drawn at most
   */
  static TrialRows of(int rows, int most, SplittableRandom random) {
    int[] order = IntStream.range(0, rows).toArray();
    int size = Math.min(rows, most);
    for (int i = 0; i < size; i++) {
      int other = i + random.nextInt(rows - i);
      int row = order[i];
      order[i] = order[other];
      order[other] = row;
    }
    return new TrialRows(Arrays.copyOf(order, size));
  }

  /** The rows of a part. */
  int[] heldOut(int part) {
    return Arrays.copyOfRange(shuffled, start(part), start(part + 1));
  }

  /** The rows of all other parts. */
  int[] learned(int part) {
    int[] others = new int[shuffled.length - (start(part + 1) - start(part))];
    System.arraycopy(shuffled, 0, others, 0, start(part));
    System.arraycopy(
        shuffled, start(part + 1), others, start(part), shuffled.length - start(part + 1));
    return others;
  }

  private int start(int part) {
    return (int) ((long) shuffled.length * part / PARTS);
  }
}
