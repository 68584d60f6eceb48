package io.mirrorlake.evaluator.nearest;

import io.mirrorlake.evaluator.sample.CategoryColumn;
import io.mirrorlake.evaluator.sample.NumberColumn;
import io.mirrorlake.evaluator.sample.Ranks;
import io.mirrorlake.evaluator.sample.SampleColumn;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the values of one column become coordinates. Can be sent to tasks. */
public final class Axis implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Where a missing number lies: so far from all ranks that a clipped difference is a unit, and 0
   * from its like.
   */
  private static final int MISSING_NUMBER = 4 * GowerSpace.UNIT;

  /** A label of none of the tables that the space was made of: no target carries it. */
  private static final int UNKNOWN_LABEL = -2;

  private final String name;
  private final boolean number;
  private final double[] sorted;
  private final Map<String, Integer> codes;

  private Axis(String name, boolean number, double[] sorted, Map<String, Integer> codes) {
    this.name = name;
    this.number = number;
    this.sorted = sorted;
    this.codes = codes;
  }

  static Axis of(SampleColumn column) {
    if (column instanceof NumberColumn numbers) {
      return new Axis(column.name(), true, numbers.sorted(), Map.of());
    }
    List<String> labels = ((CategoryColumn) column).labels();
    Map<String, Integer> codes = new HashMap<>();
    labels.forEach(label -> codes.put(label, codes.size()));
    return new Axis(column.name(), false, new double[0], codes);
  }

  /** The column's name. */
  public String name() {
    return name;
  }

  /** Whether the column holds numbers or times; else it holds labels. */
  public boolean isNumber() {
    return number;
  }

  /** The coordinate of a number: its mid-rank among the real numbers. */
  public int of(double value) {
    return (int) Math.rint(GowerSpace.UNIT * Ranks.midRank(sorted, value));
  }

  /** The coordinate of a label. */
  public int of(String label) {
    return codes.getOrDefault(label, UNKNOWN_LABEL);
  }

  /** The coordinate of a missing value. */
  public int ofMissing() {
    return number ? MISSING_NUMBER : CategoryColumn.MISSING;
  }

  int[] of(SampleColumn column, int rows) {
    int[] coordinates = new int[rows];
    for (int row = 0; row < rows; row++) {
      if (column.isMissing(row)) {
        coordinates[row] = ofMissing();
      } else {
        coordinates[row] =
            column instanceof NumberColumn numbers
                ? of(numbers.value(row))
                : ((CategoryColumn) column).code(row);
      }
    }
    return coordinates;
  }
}
