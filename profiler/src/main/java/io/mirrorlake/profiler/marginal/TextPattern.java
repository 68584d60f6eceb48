package io.mirrorlake.profiler.marginal;

import java.util.List;

/**
 * A sequence of runs of characters, such as two capitals, a hyphen, four digits.
 *
 * @param weight the share of the format's values that look like this, in (0, 1]
 * @param runs the runs from left to right; none for the empty string
 */
public record TextPattern(double weight, List<Run> runs) {

  /**
   * A run of characters, each drawn uniformly from an alphabet. An alphabet of one character is a
   * fixed part.
   *
   * @param alphabet the distinct characters (UTF-16 units) in rising order, at least one
   * @param minLength the least length, at least 1
   * @param maxLength the greatest length, at least minLength
   */
  public record Run(String alphabet, int minLength, int maxLength) {
    public Run {
      if (alphabet.isEmpty() || minLength < 1 || maxLength < minLength) {
        throw new IllegalArgumentException(
            "a run of '" + alphabet + "' with length " + minLength + " to " + maxLength);
      }
      for (int i = 1; i < alphabet.length(); i++) {
        if (alphabet.charAt(i - 1) >= alphabet.charAt(i)) {
          throw new IllegalArgumentException(
              "the alphabet '" + alphabet + "' is not in rising order");
        }
      }
    }
  }

  public TextPattern {
    runs = List.copyOf(runs);
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("a pattern's probability must lie in (0, 1]: " + weight);
    }
  }
}
