package io.mirrorlake.profiler.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** A small table whose rows follow known laws, with a fixed seed. */
abstract class FilledTable {
  /** A null, where a law gives it. */
  static final Object NULL = new Object();

  /** The laws of its columns: a row's number, text or null. */
  final List<IntFunction<Object>> values = new ArrayList<>();

  static int draw(int row, int salt, int bound) {
    return new Random(31L * row + 7_919L * salt).nextInt(1 << 20) % bound;
  }

  final void put(TableRow row, int i) {
    for (int c = 0; c < values.size(); c++) {
      Object value = values.get(c).apply(i);
      if (value instanceof String text) {
        row.put(c, text);
      } else if (value instanceof Number number) {
        row.put(c, number.doubleValue());
      } else {
        row.putNull(c);
      }
    }
  }

  /** A sample of all of so many rows. */
  final RowSample sample(int rows) {
    RowSample sample = new RowSample(rows);
    TableRow row = new TableRow(values.size());
    for (int i = 0; i < rows; i++) {
      put(row, i);
      sample.add(row, i);
    }
    return sample;
  }
}
