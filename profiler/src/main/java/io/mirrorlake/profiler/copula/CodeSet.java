package io.mirrorlake.profiler.copula;

import java.io.Serializable;
import java.util.Arrays;

/** A set of codes, each from 0 to {@link #MAX_CODES} - 1. Immutable. */
public final class CodeSet implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The most codes a column can have: what an unsigned byte holds. */
  public static final int MAX_CODES = 256;

  private final long[] words;

  private CodeSet(long[] words) {
    this.words = words;
  }

  /**
   * The set of these codes.
   *
   * @throws IllegalArgumentException where a code is negative or too great, or there is none
   */
  public static CodeSet of(int... codes) {
    long[] words = new long[MAX_CODES / Long.SIZE];
    for (int code : codes) {
      if (code < 0 || code >= MAX_CODES) {
        throw new IllegalArgumentException("code " + code + " is not in [0, " + MAX_CODES + ")");
      }
      words[code / Long.SIZE] |= 1L << code;
    }
    if (codes.length == 0) {
      throw new IllegalArgumentException("a set of no codes");
    }
    return new CodeSet(words);
  }

  /** Whether the code is in the set. */
  public boolean contains(int code) {
    return (words[code / Long.SIZE] >>> code & 1) != 0;
  }

  /** The codes in rising order. */
  public int[] codes() {
    int[] codes = new int[Arrays.stream(words).mapToInt(Long::bitCount).sum()];
    int size = 0;
    for (int w = 0; w < words.length; w++) {
      for (long left = words[w]; left != 0; left &= left - 1) {
        codes[size++] = w * Long.SIZE + Long.numberOfTrailingZeros(left);
      }
    }
    return codes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeSet that && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return Arrays.toString(codes());
  }
}
