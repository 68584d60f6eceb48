package io.mirrorlake.profiler.constraint;

import java.io.Serializable;

/** The value of one column in one row, as far as it can be told. */
public sealed interface Cell extends Serializable {

  /**
   * A string, or {@code true} or {@code false}.
   *
   * @param value the text
   */
  record Text(String value) implements Cell {}

  /**
   * A number, or a point in time as days or microseconds since 1970-01-01.
   *
   * @param value the number
   */
  record Numeric(double value) implements Cell {}

  /** A null. */
  record Missing() implements Cell {}
}
