package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Pairs of columns of which one is at most the other. */
final class OrderSearch {
  /**
   * Numbers whose ranges hardly meet, such as ages and incomes, are in order whatever the rows say:
   * at least one in twenty independent pairs must be out of order. Points in time always have the
   * same unit.
   */
  private static final double MOST_BY_CHANCE = 0.95;

  /** An order between is as good as the wider one where this part of the exceptions is beside. */
  private static final int FEW = 4;

  private final List<SampleColumn> columns;
  private final boolean[][] ordered;
  private final int exceptions;

  private OrderSearch(List<SampleColumn> columns, int exceptions) {
    this.exceptions = exceptions;
    this.columns = columns;
    this.ordered = new boolean[columns.size()][columns.size()];
  }

  static List<Constraint> pairs(List<SampleColumn> all, int exceptions) {
    List<SampleColumn> columns =
        all.stream()
            .filter(column -> (column.isNumber() || column.isTemporal()) && column.distinct() > 1)
            .filter(column -> !isNumbering(column, exceptions))
            .toList();
    return new OrderSearch(columns, exceptions).found();
  }

  /** Whether the column numbers the rows: two numberings are in order for no reason. */
  private static boolean isNumbering(SampleColumn column, int exceptions) {
    return column.isNumber()
        && column.decimals() == 0
        && column.distinct() >= column.rows() - exceptions;
  }

  private List<Constraint> found() {
    int n = columns.size();
    double[][] sorted = columns.stream().map(SampleColumn::sorted).toArray(double[][]::new);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        ordered[i][j] = i != j && isOrdered(i, j) && isMeaningful(i, j, sorted);
      }
    }
    List<Constraint> found = new ArrayList<>();
    List<Constraint> wide = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (ordered[i][j] && !isImplied(i, j)) {
          (hasBetween(i, j) ? wide : found)
              .add(new Constraint.Order(columns.get(i).name(), columns.get(j).name(), false));
        }
      }
    }
    found.addAll(wide);
    return found;
  }

  private boolean isOrdered(int i, int j) {
    return columns.get(i).isComparableTo(columns.get(j)) && broken(i, j) <= exceptions;
  }

  private int broken(int i, int j) {
    SampleColumn low = columns.get(i);
    SampleColumn high = columns.get(j);
    int broken = 0;
    for (int row = 0; row < low.rows() && broken <= exceptions; row++) {
      broken += low.number(row) > high.number(row) ? 1 : 0;
    }
    return broken;
  }

  private boolean isMeaningful(int i, int j, double[][] sorted) {
    SampleColumn low = columns.get(i);
    SampleColumn high = columns.get(j);
    int both = 0;
    int different = 0;
    for (int row = 0; row < low.rows(); row++) {
      if (!low.isNull(row) && !high.isNull(row)) {
        both++;
        different += low.number(row) < high.number(row) ? 1 : 0;
      }
    }
    double p = chance(sorted[i], sorted[j]);
    return both >= Significance.LEAST_ROWS
        && different > exceptions
        && (low.isTemporal() || p <= MOST_BY_CHANCE)
        && Significance.isEnough(
            Significance.nats(both, broken(i, j), p), (long) columns.size() * columns.size());
  }

  /** The probability that independent values of the two are in order. */
  private static double chance(double[] low, double[] high) {
    long pairs = 0;
    for (double value : high) {
      int place = Arrays.binarySearch(low, Math.nextUp(value));
      int at = place < 0 ? -place - 1 : place;
      while (at > 0 && low[at - 1] > value) {
        at--;
      }
      pairs += at;
    }
    return (double) pairs / ((double) low.length * high.length);
  }

  /**
   * Whether the order follows from those with a column between, row by row: not where that one is
   * null, or out of order, in more rows than a few.
   */
  private boolean isImplied(int i, int j) {
    return between(i, j).anyMatch(k -> isBetween(i, k, j));
  }

  private boolean hasBetween(int i, int j) {
    return between(i, j).findAny().isPresent();
  }

  /** The columns that one is before and that are before the other. */
  private IntStream between(int i, int j) {
    return IntStream.range(0, columns.size())
        .filter(k -> k != i && k != j && ordered[i][k] && ordered[k][j]);
  }

  private boolean isBetween(int i, int k, int j) {
    SampleColumn low = columns.get(i);
    SampleColumn middle = columns.get(k);
    SampleColumn high = columns.get(j);
    int beside = 0;
    for (int row = 0; row < low.rows(); row++) {
      boolean both = !low.isNull(row) && !high.isNull(row);
      boolean between =
          low.number(row) <= middle.number(row) && middle.number(row) <= high.number(row);
      beside += both && !between ? 1 : 0;
    }
    return beside <= exceptions / FEW;
  }
}
