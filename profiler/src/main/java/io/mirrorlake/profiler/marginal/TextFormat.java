package io.mirrorlake.profiler.marginal;

import java.util.List;

/**
 * What the values of a near-unique string column look like, without any of the values: a mixture of
 * patterns.
 *
 * @param patterns at least one pattern; their probabilities sum to 1 up to rounding
 */
public record TextFormat(List<TextPattern> patterns) {
  public TextFormat {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("a text format needs a pattern");
    }
    Weights.requireSumOfOne(patterns.stream().mapToDouble(TextPattern::weight).sum(), "pattern");
  }

  /** The format with one pattern. */
  public static TextFormat of(TextPattern pattern) {
    return new TextFormat(List.of(pattern));
  }
}
