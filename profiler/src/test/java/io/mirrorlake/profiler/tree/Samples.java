package io.mirrorlake.profiler.tree;

import io.mirrorlake.profiler.fit.CodedColumn;
import io.mirrorlake.profiler.marginal.CategoricalMarginal;
import io.mirrorlake.profiler.marginal.CategoricalMarginal.Category;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Columns of a sample, made from what each row holds. */
final class Samples {
  private Samples() {}

  /** A column of categories; row i has category ofRow(i), every category its share. */
  static CodedColumn nominal(String name, int codes, int rows, IntUnaryOperator ofRow) {
    short[] segments = segments(rows, ofRow);
    double[] shares = shares(codes, segments);
    List<Category> categories = new ArrayList<>();
    for (int code = 0; code < codes; code++) {
      categories.add(new Category("c" + code, shares[code]));
    }
    return CodedColumn.of(name, new CategoricalMarginal(0, categories, Optional.empty()), segments);
  }

  /** A column of whole numbers; row i has number ofRow(i), every number its share. */
  static CodedColumn ordered(String name, int codes, int rows, IntUnaryOperator ofRow) {
    short[] segments = segments(rows, ofRow);
    double[] shares = shares(codes, segments);
    List<Segment> atoms = new ArrayList<>();
    for (int code = 0; code < codes; code++) {
      atoms.add(Segment.atom(code, shares[code]));
    }
    return CodedColumn.of(name, new NumericMarginal(0, Grid.INTEGERS, atoms), segments);
  }

  private static short[] segments(int rows, IntUnaryOperator ofRow) {
    short[] segments = new short[rows];
    for (int row = 0; row < rows; row++) {
      segments[row] = (short) ofRow.applyAsInt(row);
    }
    return segments;
  }

  private static double[] shares(int codes, short[] segments) {
    // Half a row more, as no segment may have a weight of 0.
    double[] shares = new double[codes];
    double total = segments.length + codes / 2.0;
    for (int code = 0; code < codes; code++) {
      shares[code] = 0.5 / total;
    }
    for (short segment : segments) {
      shares[segment] += 1 / total;
    }
    return shares;
  }

  /**
   * Binary a and b, 1 with probability 0.4 each, and c, which is their exclusive or in all but 5 %
   * of the rows.
   */
  static List<CodedColumn> exclusiveOr(int rows, long seed) {
    Random random = new Random(seed);
    int[][] codes = new int[rows][];
    for (int row = 0; row < rows; row++) {
      int a = random.nextDouble() < 0.4 ? 1 : 0;
      int b = random.nextDouble() < 0.4 ? 1 : 0;
      int c = random.nextDouble() < 0.05 ? 1 - (a ^ b) : a ^ b;
      codes[row] = new int[] {a, b, c};
    }
    return List.of(
        nominal("a", 2, rows, row -> codes[row][0]),
        nominal("b", 2, rows, row -> codes[row][1]),
        nominal("c", 2, rows, row -> codes[row][2]));
  }

  /** Three columns of 10 codes from standard normal variables with a correlation of 0.6 each. */
  static List<CodedColumn> normal(int rows, long seed) {
    Random random = new Random(seed);
    int[][] codes = new int[rows][3];
    for (int row = 0; row < rows; row++) {
      double common = Math.sqrt(0.6) * random.nextGaussian();
      for (int j = 0; j < 3; j++) {
        double z = common + Math.sqrt(0.4) * random.nextGaussian();
        codes[row][j] = (int) Math.max(0, Math.min(9, Math.floor(5 + 2 * z)));
      }
    }
    return List.of(
        ordered("x", 10, rows, row -> codes[row][0]),
        ordered("y", 10, rows, row -> codes[row][1]),
        ordered("z", 10, rows, row -> codes[row][2]));
  }

  /** Columns of independent uniform codes. */
  static List<CodeColumn> noise(int columns, int codes, int rows, long seed) {
    Random random = new Random(seed);
    List<CodeColumn> noise = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      noise.add(CodeColumn.of(ordered("n" + j, codes, rows, row -> random.nextInt(codes))));
    }
    return noise;
  }
}
