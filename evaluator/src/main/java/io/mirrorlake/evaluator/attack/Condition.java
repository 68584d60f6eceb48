package io.mirrorlake.evaluator.attack;

/**
 * A condition on one column.
 *
 * @param column the column's place
 * @param comparison how its values are compared; a missing value meets only {@code IS_MISSING}
 * @param value with what
 */
record Condition(int column, Comparison comparison, double value) {
  enum Comparison {
    EQUAL,
    AT_LEAST,
    AT_MOST,
    IS_MISSING
  }

  boolean isMetBy(double other) {
    return switch (comparison) {
      case EQUAL -> other == value;
      case AT_LEAST -> other >= value;
      case AT_MOST -> other <= value;
      case IS_MISSING -> Double.isNaN(other);
    };
  }

  Condition withValue(double other) {
    return new Condition(column, comparison, other);
  }
}
