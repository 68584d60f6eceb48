package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.sketch.Hashing;
import java.io.Serializable;
import java.util.Arrays;

/** The values of one row, by column: a number, a text, or a null. Filled anew for every row. */
public final class TableRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] numbers;
  private final String[] texts;
  private final boolean[] nulls;

  /** A row of nulls. */
  public TableRow(int columns) {
    this.numbers = new double[columns];
    this.texts = new String[columns];
    this.nulls = new boolean[columns];
    Arrays.fill(texts, "");
  }

  private TableRow(TableRow other) {
    this.numbers = other.numbers.clone();
    this.texts = other.texts.clone();
    this.nulls = other.nulls.clone();
  }

  /** A row that is not filled anew. */
  TableRow copy() {
    return new TableRow(this);
  }

  /** Puts a null. */
  public void putNull(int column) {
    nulls[column] = true;
    numbers[column] = 0;
    texts[column] = "";
  }

  /** Puts a number. */
  public void put(int column, double number) {
    nulls[column] = false;
    // One zero, so that equal numbers have equal bits.
    numbers[column] = number == 0 ? 0.0 : number;
  }

  /** Puts a text. */
  public void put(int column, String text) {
    nulls[column] = false;
    texts[column] = text;
  }

  /** Whether the column is null. */
  public boolean isNull(int column) {
    return nulls[column];
  }

  /** The column's number. */
  public double number(int column) {
    return numbers[column];
  }

  /** The column's text. */
  public String text(int column) {
    return texts[column];
  }

  /** A hash of all values. */
  long hash() {
    long hash = 0;
    for (int i = 0; i < numbers.length; i++) {
      hash =
          Hashing.chain(
              hash, nulls[i] ? 1 : Double.doubleToLongBits(numbers[i]) ^ texts[i].hashCode());
    }
    return hash;
  }
}
