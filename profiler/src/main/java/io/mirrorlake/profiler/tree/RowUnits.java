package io.mirrorlake.profiler.tree;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

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
    return new RowUnits(units, known.size());
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

  /** A counter of its own. */
  Counter counter() {
    return new Counter();
  }

  /** Counts units. Not for several threads at once. */
  final class Counter {
    private final int[] rowsOf = new int[count];

    /**
     * Whether some rows belong to enough units, of which none has most of them.
     *
     * @param rows the rows; those at [from, to) that are chosen count
     * @param least how many units are enough
     */
    boolean areEnough(int[] rows, int from, int to, IntPredicate chosen, int least) {
      int all = 0;
      int distinct = 0;
      int most = 0;
      for (int i = from; i < to; i++) {
        if (chosen.test(rows[i])) {
          all++;
          if (!areRows()) {
            int of = ++rowsOf[units[rows[i]]];
            distinct += of == 1 ? 1 : 0;
            most = Math.max(most, of);
          }
        }
      }
      for (int i = from; i < to && !areRows(); i++) {
        rowsOf[units[rows[i]]] = 0;
      }
      return areRows() ? all >= least : distinct >= least && DOMINANCE * most <= all;
    }
  }
}
