package io.mirrorlake.profiler.marginal;

import java.util.List;

/**
 * What the values of a string column look like that are too rare to be told, without any of the
 * values.
 */
public sealed interface TextFormat permits PatternFormat, PersonalFormat, ProseFormat {

  /** The format with one pattern. */
  static PatternFormat of(TextPattern pattern) {
    return new PatternFormat(List.of(pattern), CheckDigit.NONE);
  }
}
