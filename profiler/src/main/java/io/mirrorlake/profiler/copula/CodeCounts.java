package io.mirrorlake.profiler.copula;

import java.io.Serializable;
import java.util.Arrays;

/** How often each of some codes occurred. Immutable; codes that never occurred take no room. */
public final class CodeCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] codes;
  private final int[] counts;

  private CodeCounts(int[] codes, int[] counts) {
    this.codes = codes;
    this.counts = counts;
  }

  /**
   * The counts of these codes.
   *
   * @param codes rising
   * @param counts one for each code, above 0
   * @throws IllegalArgumentException where codes do not rise inside [0, {@link CodeSet#MAX_CODES}),
   *     or a count is not above 0
   */
  public static CodeCounts of(int[] codes, int[] counts) {
    if (codes.length != counts.length) {
      throw new IllegalArgumentException(codes.length + " codes with " + counts.length + " counts");
    }
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0 || codes[i] >= CodeSet.MAX_CODES || (i > 0 && codes[i] <= codes[i - 1])) {
        throw new IllegalArgumentException("codes do not rise: " + Arrays.toString(codes));
      }
      if (!(counts[i] > 0)) {
        throw new IllegalArgumentException("code " + codes[i] + " is counted " + counts[i]);
      }
    }
    return new CodeCounts(codes.clone(), counts.clone());
  }

  /** The counts that an array holds at the places of the codes. */
  public static CodeCounts ofDense(int[] dense) {
    int size = 0;
    int[] codes = new int[dense.length];
    int[] counts = new int[dense.length];
    for (int code = 0; code < dense.length; code++) {
      if (dense[code] > 0) {
        codes[size] = code;
        counts[size++] = dense[code];
      }
    }
    return new CodeCounts(Arrays.copyOf(codes, size), Arrays.copyOf(counts, size));
  }

  /** How many codes occurred. */
  public int size() {
    return codes.length;
  }

  /** The i-th code that occurred. */
  public int code(int i) {
    return codes[i];
  }

  /** How often the i-th code occurred. */
  public int count(int i) {
    return counts[i];
  }

  /** The sum of all counts. */
  public long total() {
    return Arrays.stream(counts).asLongStream().sum();
  }

  /** Adds the counts to an array at the places of the codes. */
  public void addTo(int[] dense) {
    for (int i = 0; i < codes.length; i++) {
      dense[codes[i]] += counts[i];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeCounts that
        && Arrays.equals(codes, that.codes)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(codes) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return CodeTreeText.counts(this);
  }
}
