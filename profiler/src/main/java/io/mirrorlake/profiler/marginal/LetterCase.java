package io.mirrorlake.profiler.marginal;

import java.util.Locale;

/** How a column writes its words. */
public enum LetterCase {
  /** As the words are written. */
  NATURAL,
  /** In capitals. */
  UPPER,
  /** In small letters. */
  LOWER;

  /** The text in this case. */
  public String of(String text) {
    return switch (this) {
      case NATURAL -> text;
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case LOWER -> text.toLowerCase(Locale.ROOT);
    };
  }
}
