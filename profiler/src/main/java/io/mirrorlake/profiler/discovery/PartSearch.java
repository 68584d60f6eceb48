package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.constraint.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns of numbers that equal another one in a part of the rows: bills paid in full, prices
 * without a rebate. Values that come near to the other's are no such thing; equal ones must stand
 * out among them as a spike.
 */
final class PartSearch {
  /** Equal rows make up so much of the sample at least, and so much at most. */
  private static final double LEAST_SHARE = 0.05;

  private static final double MOST_SHARE = 0.98;

  /** Values that more rows have are point masses, which are equal without knowing each other. */
  private static final double FREQUENT = 0.01;

  /** Columns of fewer values have point masses only. */
  private static final int LEAST_DISTINCT = 16;

  /** Which part of a column's different values, on each side of one, comes near to it. */
  private static final double NEAR = 0.05;

  /** A pair is looked at closely where some of so many rows are equal. */
  private static final int FIRST_ROWS = 512;

  /** How many times as many rows are equal as are near. */
  private static final double CLEAR = 2;

  /** How many times as many rows are equal as by chance. */
  private static final double SPIKE = 5;

  private final List<SampleColumn> numbers;
  private final Set<Constraint> others;
  private final Set<Constraint> loose;
  private final int exceptions;

  private PartSearch(
      List<SampleColumn> columns, Set<Constraint> others, Set<Constraint> loose, int exceptions) {
    this.numbers = columns;
    this.others = others;
    this.loose = loose;
    this.exceptions = exceptions;
  }

  /** A column that equals another one in so many rows. */
  private record Pair(SampleColumn column, SampleColumn other, int equal) {}

  /**
   * For each column the one that it equals most often, as far as there is one; the later of two
   * columns is told by the other.
   *
   * @param columns what may be equal
   * @param others the constraints that were found; a column that they speak of is told by them
   * @param loose those of them that do not matter between the two that are equal: what is kept by
   *     moving draws
   */
  static List<Constraint> pairs(
      List<SampleColumn> columns, Set<Constraint> others, Set<Constraint> loose, int exceptions) {
    List<SampleColumn> numbers = columns.stream().filter(PartSearch::mayEqual).toList();
    List<Constraint> found = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Pair pair : new PartSearch(numbers, others, loose, exceptions).pairs()) {
      if (told.add(pair.column().name())) {
        found.add(new Constraint.EqualInPart(pair.column().name(), pair.other().name()));
      }
    }
    return found;
  }

  private static boolean mayEqual(SampleColumn column) {
    return column.isNumber() && column.distinct() > LEAST_DISTINCT;
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int j = 0; j < numbers.size(); j++) {
      for (int i = 0; i < numbers.size(); i++) {
        SampleColumn column = numbers.get(j);
        SampleColumn other = numbers.get(i);
        if (i != j && isPromising(column, other) && mayTell(column, other)) {
          int equal = spike(column, other);
          // Of a pair that either can tell, the later column is told.
          if (equal > 0 && (i < j || !mayTell(other, column))) {
            pairs.add(new Pair(column, other, equal));
          }
        }
      }
    }
    pairs.sort(Comparator.comparingInt(pair -> -pair.equal()));
    return pairs;
  }

  /** Whether the column may be told by the other one, if they are equal often enough. */
  private boolean mayTell(SampleColumn column, SampleColumn other) {
    return column.type().equals(other.type())
        && others.stream()
            .filter(constraint -> !(constraint instanceof Constraint.Steps))
            .filter(constraint -> constraint.columns().contains(column.name()))
            .allMatch(
                constraint ->
                    loose.contains(constraint) && constraint.columns().contains(other.name()))
        && follows(column, other);
  }

  /** Whether the column is null only where the other one is, but for a few rows. */
  private boolean follows(SampleColumn column, SampleColumn other) {
    int broken = 0;
    for (int row = 0; row < column.rows() && broken <= exceptions; row++) {
      broken += column.isNull(row) && !other.isNull(row) ? 1 : 0;
    }
    return broken <= exceptions;
  }

  /**
   * How many rows are equal that no point mass makes equal; 0 where half as many are near: that is
   * a dependence, and no rule for a part of the rows.
   */
  private static int spike(SampleColumn column, SampleColumn other) {
    double[] values = Arrays.stream(column.sorted()).distinct().toArray();
    int width = (int) Math.ceil(NEAR * values.length);
    int equal = 0;
    int near = 0;
    int chance = 0;
    for (int row = 0; row < column.rows(); row++) {
      if (isRare(column, row) && isRare(other, row)) {
        int distance = place(values, column.number(row)) - place(values, other.number(row));
        boolean same = column.number(row) == other.number(row);
        equal += same ? 1 : 0;
        near += !same && Math.abs(distance) <= width ? 1 : 0;
      }
      int shifted = (row + column.rows() / 2) % column.rows();
      chance += isRare(column, shifted) && column.number(shifted) == other.number(row) ? 1 : 0;
    }
    boolean enough = equal >= Math.max(Significance.LEAST_ROWS, LEAST_SHARE * column.rows());
    boolean spike = equal > CLEAR * near && equal > SPIKE * chance;
    return enough && spike && equal <= MOST_SHARE * column.rows() ? equal : 0;
  }

  /** Whether a few rows are equal among the first, as nearly all pairs of columns have none. */
  private static boolean isPromising(SampleColumn column, SampleColumn other) {
    int rows = Math.min(FIRST_ROWS, column.rows());
    int equal = 0;
    for (int row = 0; row < rows; row++) {
      equal += column.number(row) == other.number(row) && isRare(column, row) ? 1 : 0;
    }
    return equal > LEAST_SHARE * rows / 4;
  }

  private static int place(double[] values, double value) {
    int found = Arrays.binarySearch(values, value);
    return found < 0 ? -found - 1 : found;
  }

  private static boolean isRare(SampleColumn column, int row) {
    return !column.isNull(row) && column.share(column.code(row)) < FREQUENT;
  }
}
