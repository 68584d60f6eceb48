package io.mirrorlake.evaluator.nearest;

import io.mirrorlake.evaluator.sample.SampleColumn;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * Places the rows of a table so that their distances are Gower's (1971), with ranks for numbers:
 * between two numbers the difference of their mid-ranks in the real table, 0 to 1; between two
 * labels 0 if equal, else 1; between a missing value and any other 1, between two missing ones 0. A
 * row's distance is the sum over the columns. Ranks make a column's weight independent of its units
 * and of a few huge values.
 *
 * <p>Distances are whole multiples of 1 / {@link #UNIT}, so that sums are exact in any order. Can
 * be sent to tasks.
 */
public final class GowerSpace implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * The distance of two different labels. Ranks of a sample of half a million rows are apart by
   * more than one 2^20th, and distances of 2,000 columns fit an {@code int}.
   */
  public static final int UNIT = 1 << 20;

  private static final int MAX_WIDTH = Integer.MAX_VALUE / UNIT;

  private final List<Axis> axes;

  private GowerSpace(List<Axis> axes) {
    this.axes = List.copyOf(axes);
  }

  /**
   * The space whose ranks are those of this real table.
   *
   * @throws IllegalArgumentException for more than 2,047 columns
   */
  public static GowerSpace of(SampleTable real) {
    if (real.width() > MAX_WIDTH) {
      throw new IllegalArgumentException(
          real.width() + " columns are more than " + MAX_WIDTH + ", whose distances fit an int");
    }
    return new GowerSpace(real.columns().stream().map(Axis::of).toList());
  }

  /** How each column is placed, in the order of the table. */
  public List<Axis> axes() {
    return axes;
  }

  /** The rows of a table with the same columns as points. */
  public Points place(SampleTable table) {
    int[][] coordinates = new int[axes.size()][];
    for (int a = 0; a < coordinates.length; a++) {
      SampleColumn column = table.column(a);
      coordinates[a] = axes.get(a).of(column, table.rows());
    }
    return points(coordinates, table.rows());
  }

  /** Points with these coordinates: an array for each axis, of which the first so many are used. */
  public Points points(int[][] coordinates, int size) {
    boolean[] numbers = new boolean[axes.size()];
    for (int a = 0; a < numbers.length; a++) {
      numbers[a] = axes.get(a).isNumber();
    }
    return new Points(coordinates, numbers, size);
  }
}
