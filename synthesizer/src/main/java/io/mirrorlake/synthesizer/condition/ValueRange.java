package io.mirrorlake.synthesizer.condition;

import java.util.Optional;

/**
 * A range of values as it is written.
 *
 * @param low the lower end, if there is one
 * @param above whether the lower end itself is left out
 * @param high the upper end, if there is one
 * @param below whether the upper end itself is left out
 */
record ValueRange(Optional<String> low, boolean above, Optional<String> high, boolean below) {

  /** The range from one value to another, both included. */
  static ValueRange of(String from, String to) {
    return new ValueRange(Optional.of(from), false, Optional.of(to), false);
  }

  @Override
  public String toString() {
    String start = low.map(text -> (above ? "above " : "from ") + text).orElse("");
    String end = high.map(text -> (below ? "below " : "to ") + text).orElse("");
    return (start + " " + end).strip();
  }
}
