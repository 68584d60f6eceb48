package io.mirrorlake.synthesizer.column;

import java.util.Arrays;

/** Choices with probabilities; what is missing to 1 is the probability of none. Immutable. */
final class Weighted {
  private final double[] bounds;

  private Weighted(double[] bounds) {
    this.bounds = bounds;
  }

  /** Choices with these probabilities, of which the last takes what rounding left of 1. */
  static Weighted complete(double[] weights) {
    double[] bounds = bounds(weights, Arrays.stream(weights).sum());
    bounds[bounds.length - 1] = 1;
    return new Weighted(bounds);
  }

  /** Choices with these probabilities and none with what is missing to 1. */
  static Weighted partial(double[] weights) {
    return new Weighted(bounds(weights, 1));
  }

  private static double[] bounds(double[] weights, double total) {
    double[] bounds = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      bounds[i] = sum / total;
    }
    return bounds;
  }

  /** The choice under a uniform number in (0, 1); the number of choices where it is none. */
  int choose(double u) {
    int found = Arrays.binarySearch(bounds, u);
    return found < 0 ? -found - 1 : found + 1;
  }
}
