package io.mirrorlake.profiler.writing;

import io.mirrorlake.profiler.schema.ColumnType;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a column of texts writes values that lie on a line. Reading and writing are inverse: a text
 * that would be written otherwise is not read.
 */
public sealed interface Writing extends Serializable permits TimeWriting, NumberWriting {
  /** How the profile tells it: {@code dd.MM.yyyy}, or how the number 1234.56 is written. */
  String text();

  /** The type of the values; a whole number stands for each, as Spark holds it. */
  ColumnType type();

  /**
   * The value that a text writes: days or microseconds since 1970, the unscaled decimal, minutes or
   * seconds of the day. Empty for a text that is not written so.
   */
  OptionalLong read(String written);

  /** The text of a value of the type. */
  String write(long value);

  /** The writing that the profile tells so; empty where there is none. */
  static Optional<Writing> of(String text) {
    Optional<TimeWriting> time = TimeWriting.of(text);
    return time.isPresent()
        ? time.map(Writing.class::cast)
        : NumberWriting.of(text).map(Writing.class::cast);
  }
}
