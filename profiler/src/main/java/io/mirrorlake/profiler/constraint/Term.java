package io.mirrorlake.profiler.constraint;

import java.io.Serializable;

/**
 * A column times a whole number.
 *
 * @param column the column
 * @param factor what it is multiplied by; 1 or -1 mostly, and microseconds per unit where numbers
 *     are added to timestamps
 */
public record Term(String column, long factor) implements Serializable {
  public Term {
    if (factor == 0 || factor == Long.MIN_VALUE) {
      throw new IllegalArgumentException("a term cannot have the factor " + factor);
    }
  }

  /** The column itself. */
  public static Term of(String column) {
    return new Term(column, 1);
  }
}
