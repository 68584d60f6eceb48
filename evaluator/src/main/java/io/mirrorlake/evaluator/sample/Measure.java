package io.mirrorlake.evaluator.sample;

/** What the values of a column are for the metrics, whatever type stored them. */
public enum Measure {
  /** A number. */
  NUMBER,
  /** A day, as days since 1970-01-01. */
  DATE,
  /** An instant, as seconds since 1970-01-01T00:00:00Z. */
  TIMESTAMP,
  /** One of a set of labels without order; booleans too. */
  CATEGORY
}
