package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.relation.Closure;
import io.mirrorlake.profiler.relation.Reference;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;

/**
 * The rows of a closure: for each row of a table that lies in levels its ancestors, the nearest
 * first. All rows of a level have as many ancestors h, one for each level above, so that with w = h
 * (or h + 1 where each row is its own ancestor too) row i of those of a level has the descendant i
 * div w, and lies i mod w steps further up than the nearest. The ancestor is found by walking up.
 * Nothing is counted or kept but one number a level. Immutable.
 */
final class ClosureRows {
  private final Closure closure;

  /** The levels of the parent. */
  private final Cells levels;

  private final ParentLevel parents;

  /** For each level, how many rows of the closure a row of it has. */
  private final int[] widths;

  /** The closure's rows whose descendants lie in each level. */
  private final Cells rows;

  private ClosureRows(
      Closure closure, Cells levels, ParentLevel parents, int[] widths, Cells rows) {
    this.closure = closure;
    this.levels = levels;
    this.parents = parents;
    this.widths = widths;
    this.rows = rows;
  }

  /**
   * The rows of a closure in a plan.
   *
   * @throws UserException where they are more than can be numbered
   */
  static ClosureRows of(DatasetPlan plan, String table, Closure closure) {
    TableProfile parent = plan.profile().table(closure.parent());
    Reference self = parent.relations().level().orElseThrow();
    Cells levels = plan.cells(parent.name());
    ParentLevel parents = ParentLevel.of(parent.name(), self, levels, plan.seed());
    int[] widths = new int[levels.count()];
    long[] starts = new long[levels.count() + 1];
    for (int level = 0; level < widths.length; level++) {
      // Below a level without rows, rows have no parent, and all begins anew.
      boolean top = level == 0 || levels.size(level - 1) == 0;
      widths[level] = top ? (closure.reflexive() ? 1 : 0) : widths[level - 1] + 1;
      starts[level + 1] = add(table, starts[level], levels.size(level), widths[level]);
    }
    return new ClosureRows(closure, levels, parents, widths, Cells.at(starts));
  }

  private static long add(String table, long before, long size, int width) {
    double rows = before + (double) size * width;
    if (!(rows < DatasetSize.MAX_ROWS)) {
      throw UserException.of(
          ErrorKind.CONFIGURATION,
          "table '" + table + "' would have " + rows + " rows",
          "ask for a smaller database");
    }
    return before + size * width;
  }

  /** How many rows there are. */
  long rows() {
    return rows.rows();
  }

  /**
   * Writes the rows of the parent that neighbouring rows refer to.
   *
   * @param reference the name of one of the closure's references
   */
  void refer(String reference, long first, int count, long[] numbers) {
    if (reference.equals(closure.ancestor().name())) {
      ancestors(first, count, numbers);
    } else {
      for (int at = 0; at < count; at++) {
        numbers[at] = descendant(first + at);
      }
    }
  }

  /** Writes how many steps lie between descendants and ancestors. */
  void steps(long first, int count, long[] numbers) {
    for (int at = 0; at < count; at++) {
      numbers[at] = steps(first + at);
    }
  }

  /** Each ancestor but a descendant's first lies a step above the one before. */
  private void ancestors(long first, int count, long[] numbers) {
    for (int at = 0; at < count; at++) {
      long row = first + at;
      numbers[at] =
          at > 0 && steps(row) > nearest() ? parents.parent(numbers[at - 1]) : ancestor(row);
    }
  }

  private long ancestor(long row) {
    long at = descendant(row);
    for (long steps = steps(row); steps > 0; steps--) {
      at = parents.parent(at);
    }
    return at;
  }

  private long descendant(long row) {
    int level = rows.of(row);
    return levels.start(level) + (row - rows.start(level)) / widths[level];
  }

  private long steps(long row) {
    int level = rows.of(row);
    return nearest() + (row - rows.start(level)) % widths[level];
  }

  /** How many steps up a row's first ancestor lies. */
  private int nearest() {
    return closure.reflexive() ? 0 : 1;
  }
}
