package io.mirrorlake.profiler.marginal;

import java.util.List;

/**
 * Identifiers and codes: a mixture of patterns.
 *
 * @param patterns at least one pattern; their probabilities sum to 1 up to rounding
 * @param check the check digits that every value has
 */
public record PatternFormat(List<TextPattern> patterns, CheckDigit check) implements TextFormat {
  public PatternFormat {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("a text format needs a pattern");
    }
    Weights.requireSumOfOne(patterns.stream().mapToDouble(TextPattern::weight).sum(), "pattern");
  }
}
