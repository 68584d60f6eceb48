package io.mirrorlake.evaluator.sample;

import java.util.Arrays;

/**
 * Text in which nearly every value occurs once: identifiers, names, free text. Two real samples of
 * such a column share hardly a value, so that any comparison of values would call real rows unlike
 * each other.
 */
public final class Identifiers {
  /** More different labels than this share of the values make a column an identifier. */
  private static final double IDENTIFIER_SHARE = 0.5;

  /** With fewer values it cannot be told. */
  private static final int MIN_VALUES = 100;

  private Identifiers() {}

  /**
   * Whether a real column holds whole numbers that differ in every row, as those of keys do; a
   * column of amounts may, so that it is for the user to say.
   */
  public static boolean looksNumbered(SampleColumn column) {
    return column.measure() == Measure.NUMBER
        && column instanceof NumberColumn numbers
        && numbers.rows() >= MIN_VALUES
        && numbers.distinct() == numbers.rows()
        && Arrays.stream(numbers.sorted()).allMatch(value -> value == Math.rint(value));
  }

  /** Whether a real column is one. */
  public static boolean isOne(SampleColumn column) {
    int values = column.present().rows();
    return column.measure() == Measure.CATEGORY
        && values >= MIN_VALUES
        && column.distinct() > IDENTIFIER_SHARE * values;
  }
}
