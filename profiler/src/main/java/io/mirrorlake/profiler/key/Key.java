package io.mirrorlake.profiler.key;

import io.mirrorlake.profiler.marginal.TextPattern;

/**
 * How a key column's values follow from the row index i = 0, 1, 2, ... Every kind is one-to-one.
 */
public sealed interface Key {

  /**
   * Numbers in sequence: start + step i.
   *
   * @param start the first key
   * @param step the distance between keys, not 0
   */
  record Sequence(long start, long step) implements Key {
    public Sequence {
      if (step == 0) {
        throw new IllegalArgumentException("a key sequence needs a step other than 0");
      }
    }
  }

  /**
   * Numbers scattered over a range: low + size (i div size) + P(i mod size), where P is a seeded
   * permutation of [0, size).
   *
   * @param low the least key
   * @param size how many keys the range holds, at least 1; beyond it the next range of the same
   *     size follows
   */
  record Scattered(long low, long size) implements Key {
    public Scattered {
      if (size < 1) {
        throw new IllegalArgumentException("a key range needs a positive size: " + size);
      }
    }
  }

  /**
   * Texts of one pattern: the seeded permutation of the row index over the pattern's domain,
   * written in the mixed radix of its alphabets. Runs of variable length are written at their
   * greatest length.
   *
   * @param pattern the pattern; its weight plays no part
   */
  record Formatted(TextPattern pattern) implements Key {
    /** How many different texts the pattern has, at its runs' greatest lengths; capped at 2^62. */
    public long domain() {
      long cap = 1L << 62;
      long size = 1;
      for (TextPattern.Run run : pattern.runs()) {
        int radix = run.alphabet().length();
        // A run of one character adds no text, however long it is.
        for (int i = 0; radix > 1 && i < run.maxLength(); i++) {
          if (size > cap / radix) {
            return cap;
          }
          size *= radix;
        }
      }
      return size;
    }
  }

  /**
   * Random-looking UUIDs (version 4, lower case with hyphens): a seeded one-to-one function of the
   * row index.
   */
  record Uuid() implements Key {}
}
