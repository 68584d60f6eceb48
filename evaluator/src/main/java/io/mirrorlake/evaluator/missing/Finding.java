package io.mirrorlake.evaluator.missing;

/**
 * Something of which a table has too little or too much.
 *
 * @param kind what it is
 * @param column the place of the column
 * @param second the place of the other column of a combination; -1 otherwise
 * @param what the label, tail or combination, for a reader
 * @param shares how often it occurs
 */
public record Finding(Kind kind, int column, int second, String what, Shares shares) {
  /** What can be missing. */
  public enum Kind {
    /** A label with less than 1 % of the rows. */
    RARE_LABEL("rare label"),
    /** The values beyond an extreme percentile. */
    TAIL("tail"),
    /** Two bins of two columns that occur together in train and not in the other table. */
    LOST_COMBINATION("combination lost"),
    /** Two bins of two columns that occur together in the other table and not in train. */
    MADE_UP_COMBINATION("combination made up");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** The name for a reader. */
    public String title() {
      return title;
    }
  }
}
