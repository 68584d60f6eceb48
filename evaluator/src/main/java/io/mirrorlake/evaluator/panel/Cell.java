package io.mirrorlake.evaluator.panel;

import java.util.Optional;

/**
 * A value of a table: a text, a number, or nothing.
 *
 * @param text the text
 * @param number the number
 */
public record Cell(Optional<String> text, Optional<Double> number) {
  /** A text, which may come from data: whoever shows it escapes it. */
  public static Cell of(String text) {
    return new Cell(Optional.of(text), Optional.empty());
  }

  /** A number; nothing, if it is not finite. */
  public static Cell of(double number) {
    return Double.isFinite(number) ? new Cell(Optional.empty(), Optional.of(number)) : none();
  }

  /** No value. */
  public static Cell none() {
    return new Cell(Optional.empty(), Optional.empty());
  }
}
