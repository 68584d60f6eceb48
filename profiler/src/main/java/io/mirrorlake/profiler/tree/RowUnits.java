package io.mirrorlake.profiler.tree;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The privacy units that the rows of a sample belong to: each row is one by itself, or several rows
 * are one, such as a family. Immutable.
 */
public final class RowUnits implements Serializable {
  /** Each row by itself. */
  public static final RowUnits ROWS = new RowUnits(new int[0], 0);

  private static final long serialVersionUID = 1L;

  /** A unit has this part of a node's rows at most, or the node would tell of it alone. */
  private static final int DOMINANCE = 2;

  /** Where so few units are enough, no single one is hidden. */
  private static final int NOTHING_HIDDEN = 2;

  private final int[] units;
  private final int count;

  private RowUnits(int[] units, int count) {
    this.units = units;
    this.count = count;
  }

  /** The units of rows with these hashes. */
  public static RowUnits of(long[] hashes) {
    Map<Long, Integer> known = new HashMap<>();
    int[] units = new int[hashes.length];
    for (int row = 0; row < units.length; row++) {
      Integer unit = known.putIfAbsent(hashes[row], known.size());
      units[row] = unit == null ? known.size() - 1 : unit;
    }
    return known.size() == units.length ? ROWS : new RowUnits(units, known.size());
  }

  /** The units of other rows: row i of the result is row rows[i] here. */
  RowUnits withRows(int[] rows) {
    if (areRows()) {
      return this;
    }
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = units[rows[i]];
    }
    return new RowUnits(chosen, count);
  }

  /** Whether each row is a unit by itself. */
  boolean areRows() {
    return count == 0;
  }

  /**
   * At which places rows belong to enough units, of which none has most of them, or a greater part
   * than of all the rows.
   *
   * @param places where each row stands; rows after the first {@code rows} do not count
   * @param least how many units, and rows, there have to be at each place
   */
  boolean[] areEnough(byte[] places, int rows, int[] least) {
    int[] all = new int[least.length];
    for (int row = 0; row < rows; row++) {
      all[places[row] & 0xff]++;
    }
    int[] distinct = areRows() ? all : new int[least.length];
    int[] most = new int[least.length];
    if (!areRows()) {
      count(sorted(row -> places[row] & 0xff, rows), distinct, most);
    }
    double part = areRows() ? 0 : mostOfAll(rows);
    boolean[] enough = new boolean[least.length];
    for (int place = 0; place < least.length; place++) {
      boolean hidden =
          least[place] <= NOTHING_HIDDEN
              || DOMINANCE * most[place] <= all[place]
              || most[place] <= part * all[place];
      enough[place] = distinct[place] >= least[place] && hidden;
    }
    return enough;
  }

  /** Rows by their places and units, so that those of one unit at one place are neighbours. */
  private long[] sorted(IntUnaryOperator place, int rows) {
    return IntStream.range(0, rows)
        .mapToLong(row -> (long) place.applyAsInt(row) << Integer.SIZE | units[row])
        .sorted()
        .toArray();
  }

  private static void count(long[] sorted, int[] distinct, int[] most) {
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      int place = (int) (sorted[i] >>> Integer.SIZE);
      boolean isNew = i == 0 || sorted[i] != sorted[i - 1];
      run = isNew ? 1 : run + 1;
      distinct[place] += isNew ? 1 : 0;
      most[place] = Math.max(most[place], run);
    }
  }

  /** The greatest part of the first rows that one unit has. */
  private double mostOfAll(int rows) {
    int[] most = new int[1];
    count(sorted(row -> 0, rows), new int[1], most);
    return (double) most[0] / Math.max(1, rows);
  }

  /** How many of the first rows a unit has on average, at least 1. */
  double rowsPerUnit(int rows) {
    int[] distinct = {rows};
    if (!areRows()) {
      distinct[0] = 0;
      count(sorted(row -> 0, rows), distinct, new int[1]);
    }
    return (double) Math.max(1, rows) / Math.max(1, distinct[0]);
  }

  /**
   * Goes through some rows, drawn at random, of which no two belong to one unit: one of each unit,
   * for about half of the units.
   *
   * @param rows how many of the first rows there are
   */
  void forSome(int rows, SplittableRandom random, IntConsumer visit) {
    if (areRows()) {
      long bits = 0;
      for (int row = 0; row < rows; row++) {
        bits = row % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
        if ((bits & 1) != 0) {
          visit.accept(row);
        }
      }
      return;
    }
    int[] seen = new int[count];
    int[] chosen = new int[count];
    for (int row = 0; row < rows; row++) {
      if (random.nextInt(++seen[units[row]]) == 0) {
        chosen[units[row]] = row;
      }
    }
    for (int unit = 0; unit < count; unit++) {
      if (seen[unit] > 0 && random.nextBoolean()) {
        visit.accept(chosen[unit]);
      }
    }
  }

  /** A counter of its own. */
  Counter counter() {
    return new Counter();
  }

  /**
   * How much is enough.
   *
   * @param units how many units
   * @param rows how many rows
   */
  record Least(int units, int rows) {}

  /** Counts units. Not for several threads at once. */
  final class Counter {
    private final Side chosen = new Side();
    private final Side left = new Side();

    /**
     * Whether the chosen ones of some rows, and the others too, belong to enough units. None of
     * these has most of them, or a greater part than of all the rows.
     *
     * @param rows the rows; those at [from, to) count
     */
    boolean areEnough(int[] rows, int from, int to, IntPredicate isChosen, Least least) {
      for (int i = from; i < to; i++) {
        (isChosen.test(rows[i]) ? chosen : left).add(rows[i]);
      }
      double part = (double) most(rows, from, to) / Math.max(1, to - from);
      boolean enough = chosen.isEnough(least, part) && left.isEnough(least, part);
      for (int i = from; i < to && !areRows(); i++) {
        chosen.rowsOf[units[rows[i]]] = 0;
        left.rowsOf[units[rows[i]]] = 0;
      }
      chosen.clear();
      left.clear();
      return enough;
    }

    /** The most rows of any unit, on either side. */
    private int most(int[] rows, int from, int to) {
      int most = 0;
      for (int i = from; i < to && !areRows(); i++) {
        int unit = units[rows[i]];
        most = Math.max(most, chosen.rowsOf[unit] + left.rowsOf[unit]);
      }
      return most;
    }
  }

  /** Some of the rows. */
  private final class Side {
    private final int[] rowsOf = new int[count];
    private int all;
    private int distinct;
    private int most;

    private void add(int row) {
      all++;
      if (!areRows()) {
        int of = ++rowsOf[units[row]];
        distinct += of == 1 ? 1 : 0;
        most = Math.max(most, of);
      }
    }

    private boolean isEnough(Least least, double part) {
      boolean hidden =
          least.units() <= NOTHING_HIDDEN || DOMINANCE * most <= all || most <= part * all;
      return areRows()
          ? all >= least.rows()
          : all >= least.rows() && distinct >= least.units() && hidden;
    }

    private void clear() {
      all = 0;
      distinct = 0;
      most = 0;
    }
  }
}
