package io.mirrorlake.evaluator.sequence;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.Ranks;
import io.mirrorlake.evaluator.sample.SampleColumn;
import java.util.List;

/** A column of events, in the form that sequences are compared in. */
sealed interface EventColumn {
  /** Bins of numbers: as many as those of 3-way marginals. */
  int NUMBER_BINS = 10;

  /** The column's name. */
  String name();

  /** The bin of an event's value; the last bin is that of missing values. */
  int bin(int event);

  /** How many bins there are, that of missing values included. */
  int bins();

  /**
   * The column of some events, measured by the reference's.
   *
   * @param column the column
   * @param reference the same column of the events that all are compared with
   */
  static EventColumn of(SampleColumn column, SampleColumn reference) {
    if (column instanceof CategoryColumn labels) {
      int[] codes = new int[labels.rows()];
      for (int row = 0; row < codes.length; row++) {
        codes[row] = labels.isMissing(row) ? labels.labels().size() : labels.code(row);
      }
      return new Labels(labels.name(), labels.labels(), codes);
    }
    double[] sorted = ((NumberColumn) reference).sorted();
    NumberColumn numbers = (NumberColumn) column;
    double[] ranks = new double[numbers.rows()];
    for (int row = 0; row < ranks.length; row++) {
      ranks[row] = numbers.isMissing(row) ? Double.NaN : Ranks.midRank(sorted, numbers.value(row));
    }
    return new Numbers(numbers.name(), ranks);
  }

  /** Labels; a missing one has the last code. */
  final class Labels implements EventColumn {
    private final String name;
    private final List<String> labels;
    private final int[] codes;

    private Labels(String name, List<String> labels, int[] codes) {
      this.name = name;
      this.labels = labels;
      this.codes = codes;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int bin(int event) {
      return codes[event];
    }

    @Override
    public int bins() {
      return labels.size() + 1;
    }

    String label(int bin) {
      return bin < labels.size() ? labels.get(bin) : "(missing)";
    }
  }

  /** Numbers or times. */
  final class Numbers implements EventColumn {
    private final String name;
    private final double[] ranks;

    private Numbers(String name, double[] ranks) {
      this.name = name;
      this.ranks = ranks;
    }

    /** The mid-rank of an event's value among the reference's, 0 to 1; NaN if it is missing. */
    double rank(int event) {
      return ranks[event];
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int bin(int event) {
      return Double.isNaN(ranks[event])
          ? NUMBER_BINS
          : Math.min(NUMBER_BINS - 1, (int) (ranks[event] * NUMBER_BINS));
    }

    @Override
    public int bins() {
      return NUMBER_BINS + 1;
    }
  }
}
