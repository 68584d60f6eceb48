package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.sketch.Hashing;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.Units;

/**
 * The check that a column's values, sorted, are equally far apart: n different whole numbers from a
 * to b with the greatest common divisor d of their distances run in steps of d exactly where b - a
 * = (n - 1) d. That they are different is judged by the sum of their hashes, which other numbers
 * share with probability 2^-64.
 */
final class StepCheck extends ConstraintCheck {
  private static final long serialVersionUID = 1L;

  /** Doubles hold whole numbers up to 2^53. */
  private static final double EXACT = 0x1p53;

  /** Hashing more numbers again on the driver would take more than a second. */
  private static final long MOST_ROWS = 200_000_000;

  private final int column;
  private long first;
  private long divisor;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;
  private long hashes;
  private boolean broken;

  StepCheck(int column) {
    this.column = column;
  }

  @Override
  void add(TableRow row, long unit) {
    double number = row.number(column);
    broken |= row.isNull(column) || number != Math.rint(number) || !(Math.abs(number) <= EXACT);
    if (!broken) {
      long value = (long) number;
      join(value, 0);
      hashes += Hashing.mix(value);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    count();
  }

  @Override
  void merge(ConstraintCheck other) {
    StepCheck that = (StepCheck) other;
    broken |= that.broken;
    if (that.rows() > 0 && !broken) {
      join(that.first, that.divisor);
    }
    hashes += that.hashes;
    least = Math.min(least, that.least);
    greatest = Math.max(greatest, that.greatest);
    count(other);
  }

  private void join(long value, long step) {
    if (rows() == 0) {
      first = value;
      divisor = step;
    } else {
      divisor = gcd(gcd(divisor, step), Math.abs(value - first));
    }
  }

  private static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  @Override
  Tally exceptions() {
    // How many rows are out of step cannot be told; that one of them is undoes the steps.
    return runs() ? Tally.ZERO : new Tally(rows(), Units.NONE);
  }

  @Override
  boolean isHopeless() {
    return broken;
  }

  private boolean runs() {
    if (broken
        || divisor == 0
        || rows() > MOST_ROWS
        || (greatest - least) / divisor != rows() - 1) {
      return false;
    }
    long expected = 0;
    for (long value = least; value <= greatest; value += divisor) {
      expected += Hashing.mix(value);
    }
    return expected == hashes;
  }

  /** Whether the values that keep to a grid keep to the steps. */
  boolean isKeptBy(Grid grid) {
    return grid.isDiscrete()
        && !grid.isOfDigits()
        && grid.decimals() == 0
        && grid.step() % divisor == 0
        && Math.floorMod(least, grid.step()) == grid.phase();
  }
}
