package io.mirrorlake.evaluator.sample;

import java.util.Arrays;
import java.util.List;

/**
 * A column of categories: codes into a list of labels, which the same column of every compared
 * table shares.
 */
public final class CategoryColumn implements SampleColumn {
  /** The code of a missing value. */
  public static final int MISSING = -1;

  private final String name;
  private final List<String> labels;
  private final int[] codes;

  private CategoryColumn(String name, List<String> labels, int[] codes) {
    this.name = name;
    this.labels = labels;
    this.codes = codes;
  }

  /**
   * The column of these codes, which the caller no longer changes.
   *
   * @throws IllegalArgumentException for a code without a label
   */
  public static CategoryColumn of(String name, List<String> labels, int... codes) {
    for (int code : codes) {
      if (code < MISSING || code >= labels.size()) {
        throw new IllegalArgumentException(
            "column " + name + ": code " + code + " has no label of " + labels.size());
      }
    }
    return new CategoryColumn(name, List.copyOf(labels), codes);
  }

  /** The code of a row, {@link #MISSING} where it has no value. */
  public int code(int row) {
    return codes[row];
  }

  /** The labels of the codes 0, 1, 2 and so on, whether they occur in this table or not. */
  public List<String> labels() {
    return labels;
  }

  /** How often each label occurs. */
  public long[] counts() {
    long[] counts = new long[labels.size()];
    for (int code : codes) {
      if (code != MISSING) {
        counts[code]++;
      }
    }
    return counts;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Measure measure() {
    return Measure.CATEGORY;
  }

  @Override
  public int rows() {
    return codes.length;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] == MISSING;
  }

  @Override
  public CategoryColumn take(int[] rows) {
    int[] taken = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      taken[i] = codes[rows[i]];
    }
    return new CategoryColumn(name, labels, taken);
  }

  @Override
  public CategoryColumn present() {
    return new CategoryColumn(
        name, labels, Arrays.stream(codes).filter(code -> code != MISSING).toArray());
  }

  @Override
  public long distinct() {
    return Arrays.stream(codes).filter(code -> code != MISSING).distinct().count();
  }
}
