package io.mirrorlake.synthesizer.dependence;

import java.util.Locale;

/**
 * One independent uniform number a row that a dependence consumes.
 *
 * @param column the column it is drawn for
 * @param purpose what it decides there
 */
public record Draw(String column, Purpose purpose) {

  /** What a draw decides of its column. */
  public enum Purpose {
    /** The value; where there is no draw for a missing value, the null as well. */
    VALUE,
    /** Whether the value is null. */
    MISSING,
    /** Which of a condition's targets the row has: places in the order of rows, evenly spread. */
    TARGET,
    /** Which proposal a row takes that has to keep conditions. */
    CHOICE;

    /** The name as it enters the key of a random stream: never change it. */
    public String streamName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
