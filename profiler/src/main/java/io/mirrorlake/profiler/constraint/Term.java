package io.mirrorlake.profiler.constraint;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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

  /**
   * A sum as it is written.
   *
   * @param constant what is added to the terms
   * @param name how a column's name is written
   */
  public static String sum(List<Term> terms, long constant, UnaryOperator<String> name) {
    List<String> parts = new ArrayList<>();
    for (Term term : terms) {
      long factor = Math.abs(term.factor());
      String sign = term.factor() < 0 ? "- " : parts.isEmpty() ? "" : "+ ";
      parts.add(sign + name.apply(term.column()) + (factor == 1 ? "" : " * " + factor));
    }
    if (constant != 0) {
      parts.add((constant < 0 ? "- " : "+ ") + Math.abs(constant));
    }
    return String.join(" ", parts);
  }
}
