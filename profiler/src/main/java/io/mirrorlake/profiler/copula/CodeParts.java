package io.mirrorlake.profiler.copula;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A distribution of codes, told as equal parts: a code with m of n parts has the probability m / n.
 * Immutable; codes without a part take no room.
 */
public final class CodeParts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] codes;
  private final int[] parts;

  private CodeParts(int[] codes, int[] parts) {
    this.codes = codes;
    this.parts = parts;
  }

  /**
   * The parts of these codes.
   *
   * @param codes rising
   * @param parts how many each code has, above 0
   * @throws IllegalArgumentException where codes do not rise inside [0, {@link CodeSet#MAX_CODES}),
   *     or one has no part
   */
  public static CodeParts of(int[] codes, int[] parts) {
    if (codes.length != parts.length) {
      throw new IllegalArgumentException(codes.length + " codes with " + parts.length + " parts");
    }
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0 || codes[i] >= CodeSet.MAX_CODES || (i > 0 && codes[i] <= codes[i - 1])) {
        throw new IllegalArgumentException("codes do not rise: " + Arrays.toString(codes));
      }
      if (!(parts[i] > 0)) {
        throw new IllegalArgumentException("code " + codes[i] + " has " + parts[i] + " parts");
      }
    }
    return new CodeParts(codes.clone(), parts.clone());
  }

  /** The parts that an array holds at the places of the codes. */
  public static CodeParts ofDense(int[] dense) {
    int size = 0;
    int[] codes = new int[dense.length];
    int[] parts = new int[dense.length];
    for (int code = 0; code < dense.length; code++) {
      if (dense[code] > 0) {
        codes[size] = code;
        parts[size++] = dense[code];
      }
    }
    return new CodeParts(Arrays.copyOf(codes, size), Arrays.copyOf(parts, size));
  }

  /** How many codes have parts. */
  public int size() {
    return codes.length;
  }

  /** The i-th code that has parts. */
  public int code(int i) {
    return codes[i];
  }

  /** How many parts the i-th code has. */
  public int parts(int i) {
    return parts[i];
  }

  /** The parts of all codes. */
  public long total() {
    return Arrays.stream(parts).asLongStream().sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeParts that
        && Arrays.equals(codes, that.codes)
        && Arrays.equals(parts, that.parts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(codes) + Arrays.hashCode(parts);
  }

  @Override
  public String toString() {
    return CodeTreeText.parts(this);
  }
}
