package io.mirrorlake.profiler.key;

import java.util.HashSet;
import java.util.List;

/** The values that one part of a composite key takes. */
public sealed interface KeyDigit {
  /** How many values there are. */
  long size();

  /**
   * Whole numbers: start + step i for i in [0, size).
   *
   * @param start the first
   * @param step the distance, not 0
   * @param size how many, at least 1
   */
  record Numbers(long start, long step, long size) implements KeyDigit {
    public Numbers {
      if (step == 0 || size < 1) {
        throw new IllegalArgumentException(
            "a part of a key with " + size + " values at a distance of " + step);
      }
    }
  }

  /**
   * Texts.
   *
   * @param values the texts, at least one, all different
   */
  record Texts(List<String> values) implements KeyDigit {
    public Texts {
      values = List.copyOf(values);
      if (values.isEmpty() || new HashSet<>(values).size() != values.size()) {
        throw new IllegalArgumentException("a part of a key takes the values " + values);
      }
    }

    @Override
    public long size() {
      return values.size();
    }
  }
}
