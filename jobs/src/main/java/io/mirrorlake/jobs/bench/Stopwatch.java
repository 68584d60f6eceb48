package io.mirrorlake.jobs.bench;

import java.util.Arrays;

/** The seconds that repeats of a step took. */
final class Stopwatch {
  private static final double NANOS_PER_SECOND = 1e9;

  private final double[] seconds;
  private int count;

  Stopwatch(int repeats) {
    this.seconds = new double[repeats];
  }

  /** Runs the step, and takes its time. */
  void time(Runnable step) {
    long start = System.nanoTime();
    step.run();
    seconds[count++] = (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  /** The median time so far; of an even number of repeats the mean of the middle two. */
  double median() {
    double[] sorted = Arrays.copyOf(seconds, count);
    Arrays.sort(sorted);
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
  }
}
