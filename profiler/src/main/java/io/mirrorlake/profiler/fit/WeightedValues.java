package io.mirrorlake.profiler.fit;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Values with weights.
 *
 * @param values the values
 * @param weights their weights, not negative
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record WeightedValues(double[] values, double[] weights) {

  /** The mean of a function of the values. */
  double mean(DoubleUnaryOperator function) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * function.applyAsDouble(values[i]);
      all += weights[i];
    }
    return sum / all;
  }

  double mean() {
    return mean(x -> x);
  }

  /** The root of the mean square distance from the mean. */
  double deviation() {
    double mean = mean();
    return Math.sqrt(mean(x -> (x - mean) * (x - mean)));
  }

  /** The values of a function, with the same weights. */
  WeightedValues map(DoubleUnaryOperator function) {
    return new WeightedValues(Arrays.stream(values).map(function).toArray(), weights);
  }

  double greatest() {
    return Arrays.stream(values).max().orElseThrow();
  }
}
