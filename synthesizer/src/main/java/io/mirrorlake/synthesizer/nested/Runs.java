package io.mirrorlake.synthesizer.nested;

/**
 * The occurrences inside the arrays or maps of a block: one run for each array, laid end to end.
 * Every occurrence has a number of its own, which is what its random words are found by: the
 * occurrences of a run have consecutive ones.
 */
final class Runs {
  private long[] firstIds = new long[0];
  private int[] starts = new int[0];
  private int[] lengths = new int[0];
  private int count;
  private int total;

  /** Forgets all runs and makes room for so many. */
  void begin(int capacity) {
    if (capacity > starts.length) {
      firstIds = new long[capacity];
      starts = new int[capacity];
      lengths = new int[capacity];
    }
    count = 0;
    total = 0;
  }

  /** Adds a run of occurrences numbered from {@code firstId} on. */
  void add(long firstId, int length) {
    firstIds[count] = firstId;
    starts[count] = total;
    lengths[count] = length;
    count++;
    total = Math.addExact(total, length);
  }

  int count() {
    return count;
  }

  /** The occurrences of all runs. */
  int total() {
    return total;
  }

  long firstId(int run) {
    return firstIds[run];
  }

  int start(int run) {
    return starts[run];
  }

  int length(int run) {
    return lengths[run];
  }

  /** Cuts a run; the occurrences it loses stay where they are, and belong to none. */
  void shorten(int run, int length) {
    lengths[run] = length;
  }
}
