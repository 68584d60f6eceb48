package io.mirrorlake.evaluator.attack;

import io.mirrorlake.evaluator.sample.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Singling out: the attacker looks for conditions that exactly one synthetic row meets, and claims
 * that exactly one training row meets them too (the GDPR's first risk; Cohen and Nissim 2020). A
 * claim is tested on the control group alike. The naive guess has the same columns and comparisons,
 * with values drawn evenly from the column's range or labels.
 *
 * @param oneColumn conditions on a column alone: a value that occurs once, the least, the greatest
 * @param severalColumns conditions on as many columns as it takes, along a synthetic row: its
 *     labels, and its numbers as bounds towards the nearer end
 */
public record SinglingOut(AttackResult oneColumn, AttackResult severalColumns) {

  /**
   * The attacks; all three tables should have as many rows.
   *
   * @param tables with whom against whom
   * @param claims how many conditions of either kind to try
   * @param draw makes the random choices
   */
  public static SinglingOut of(AttackTables tables, int claims, Draw draw) {
    Cells synthetic = Cells.of(tables.synthetic());
    Test test = new Test(synthetic, Cells.of(tables.train()), Cells.of(tables.control()));
    return new SinglingOut(
        test.of(oneColumn(synthetic, claims, draw), draw),
        test.of(severalColumns(synthetic, claims, draw), draw));
  }

  /** Equally many conditions of each column, as far as it has them. */
  private static List<List<Condition>> oneColumn(Cells synthetic, int claims, Draw draw) {
    List<List<Condition>> found = new ArrayList<>();
    int each = Math.max(1, claims / synthetic.width());
    for (int c = 0; c < synthetic.width(); c++) {
      List<Condition> all = single(synthetic, c);
      for (int i : draw.subset(all.size(), each)) {
        found.add(List.of(all.get(i)));
      }
    }
    return found;
  }

  private static List<Condition> single(Cells synthetic, int column) {
    List<Condition> found = new ArrayList<>();
    double[] values = synthetic.sorted(column);
    int last = values.length - 1;
    for (int i = 0; i <= last; i++) {
      boolean once =
          (i == 0 || values[i - 1] != values[i]) && (i == last || values[i + 1] != values[i]);
      if (once) {
        found.add(new Condition(column, comparison(synthetic, column, i, last), values[i]));
      }
    }
    if (synthetic.rows() - values.length == 1) {
      found.add(new Condition(column, Condition.Comparison.IS_MISSING, 0));
    }
    return found;
  }

  private static Condition.Comparison comparison(Cells synthetic, int column, int i, int last) {
    if (synthetic.isOrdered(column) && (i == 0 || i == last)) {
      return i == 0 ? Condition.Comparison.AT_MOST : Condition.Comparison.AT_LEAST;
    }
    return Condition.Comparison.EQUAL;
  }

  private static List<List<Condition>> severalColumns(Cells synthetic, int claims, Draw draw) {
    int[] rows = draw.subset(synthetic.rows(), claims);
    int[][] orders =
        IntStream.range(0, rows.length)
            .mapToObj(i -> draw.permutation(synthetic.width()))
            .toArray(int[][]::new);
    double[] medians =
        IntStream.range(0, synthetic.width()).mapToDouble(c -> median(synthetic, c)).toArray();
    return IntStream.range(0, rows.length)
        .parallel()
        .mapToObj(i -> along(synthetic, rows[i], orders[i], medians))
        .filter(conditions -> !conditions.isEmpty())
        .toList();
  }

  private static double median(Cells cells, int column) {
    double[] values = cells.sorted(column);
    return values.length == 0 ? 0 : values[values.length / 2];
  }

  /** Conditions a row meets, one column after the other until it is alone; none if it never is. */
  private static List<Condition> along(Cells cells, int row, int[] order, double[] medians) {
    List<Condition> conditions = new ArrayList<>();
    int[] left = IntStream.range(0, cells.rows()).toArray();
    for (int i = 0; i < order.length && left.length > 1; i++) {
      Condition condition = condition(cells, order[i], row, medians[order[i]]);
      conditions.add(condition);
      left = cells.meeting(left, condition);
    }
    return left.length == 1 ? conditions : List.of();
  }

  private static Condition condition(Cells cells, int column, int row, double median) {
    double value = cells.value(column, row);
    if (Double.isNaN(value)) {
      return new Condition(column, Condition.Comparison.IS_MISSING, 0);
    }
    if (!cells.isOrdered(column)) {
      return new Condition(column, Condition.Comparison.EQUAL, value);
    }
    return new Condition(
        column,
        value >= median ? Condition.Comparison.AT_LEAST : Condition.Comparison.AT_MOST,
        value);
  }

  private record Test(Cells synthetic, Cells train, Cells control) {
    AttackResult of(List<List<Condition>> claims, Draw draw) {
      List<Range> values =
          IntStream.range(0, synthetic.width())
              .mapToObj(column -> Range.of(synthetic.sorted(column)))
              .toList();
      List<List<Condition>> guesses =
          claims.stream().map(claim -> guess(claim, values, draw)).toList();
      return new AttackResult(rate(claims, train), rate(claims, control), rate(guesses, train));
    }

    /** Without a claim nothing was singled out: no success of one trial. */
    private static Rate rate(List<List<Condition>> claims, Cells cells) {
      long right = claims.stream().parallel().filter(cells::isSingledOut).count();
      return new Rate(right, Math.max(1, claims.size()));
    }

    private static List<Condition> guess(List<Condition> claim, List<Range> values, Draw draw) {
      return claim.stream()
          .map(condition -> condition.withValue(values.get(condition.column()).at(draw.uniform())))
          .toList();
    }
  }

  /** Where a column's values lie, and whether all are whole. */
  private record Range(double least, double most, boolean whole) {
    static Range of(double[] sorted) {
      return sorted.length == 0
          ? new Range(0, 0, false)
          : new Range(
              sorted[0],
              sorted[sorted.length - 1],
              Arrays.stream(sorted).allMatch(v -> v == Math.rint(v)));
    }

    double at(double uniform) {
      return whole
          ? Math.floor(least + uniform * (most - least + 1))
          : least + uniform * (most - least);
    }
  }
}
