package io.mirrorlake.profiler.disclosure;

import io.mirrorlake.profiler.sketch.Hashing;
import io.mirrorlake.profiler.sketch.Tally;
import java.io.Serializable;

/**
 * The rule that nothing carried by fewer than k privacy units is told, and nothing exactly.
 *
 * <p>The threshold that is applied is k plus a secret jitter of up to k / 2, another one for every
 * column: who compares two profiles of tables that differ in one unit cannot tell whether a value
 * crossed k or the thresholds differ. What is told goes through {@link SecretRounding}, for the
 * same reason.
 *
 * @param minimumUnits k, at least 1; where it is 1, nothing is rounded
 * @param byUnit whether units are values of a column rather than rows
 * @param secret the seed of jitter and rounding; never written anywhere
 * @param rowsPerUnit how many rows a unit has on average, rounded up
 */
public record DisclosurePolicy(int minimumUnits, boolean byUnit, long secret, long rowsPerUnit)
    implements Serializable {
  public DisclosurePolicy {
    if (minimumUnits < 1) {
      throw new IllegalArgumentException("k must be at least 1: " + minimumUnits);
    }
    if (rowsPerUnit < 1) {
      throw new IllegalArgumentException("a unit has a row at least: " + rowsPerUnit);
    }
  }

  /** A policy for tables of one row a unit. */
  public DisclosurePolicy(int minimumUnits, boolean byUnit, long secret) {
    this(minimumUnits, byUnit, secret, 1);
  }

  /** This policy where so many units have so many rows, or rows have so many elements. */
  public DisclosurePolicy withRows(long rows, long units) {
    return new DisclosurePolicy(
        minimumUnits, byUnit, secret, Math.max(1, (rows + units - 1) / Math.max(1, units)));
  }

  /**
   * The rule for a column: the number of units that must carry a value of it, from k to k + k / 2,
   * and how its figures are rounded.
   */
  public ColumnRule column(String table, String column) {
    long hash = Hashing.chain(Hashing.chain(secret, Hashing.hash(table)), Hashing.hash(column));
    return new ColumnRule(
        minimumUnits + Math.floorMod(hash, minimumUnits / 2 + 1),
        minimumUnits == 1
            ? SecretRounding.NONE
            : new SecretRounding(minimumUnits * rowsPerUnit, Hashing.mix(hash)),
        Content.VALUES,
        minimumUnits == 1 ? 1 : rowsPerUnit);
  }

  /** How the figures of a table as a whole are rounded. */
  public SecretRounding table(String table) {
    return column(table, "").rounding();
  }

  /** The rule for a constraint: how many units undo it, and how its support is rounded. */
  public ColumnRule constraint(String text) {
    return column("constraint", text);
  }

  /** How many units a sketch has to tell apart to apply the rule; 0 where rows are the units. */
  public int unitLimit() {
    return byUnit ? unitLimitWithin() : 0;
  }

  /** The same for what a row can carry several times: the elements of its arrays. */
  public int unitLimitWithin() {
    return 2 * minimumUnits;
  }

  /** What a column holds. */
  public enum Content {
    /** What the source has in a column, or what is computed of it. */
    VALUES,
    /** Numbers of children, whose shares and largest values are brought in line with their mean. */
    CHILDREN,
    /**
     * Numbers of the cells of a further parent: labels without an order that means anything, whose
     * large counts are told with the noise alone.
     */
    CELLS;

    /** Whether a parametric family may stand in place of knots. */
    public boolean mayFollowFamily() {
      return this == VALUES;
    }
  }

  /**
   * The rule for one column.
   *
   * @param threshold the number of units that must carry what is told
   * @param rounding how figures are changed before they are told
   * @param content what the column holds
   * @param rowsPerUnit how many rows a unit has on average, which the rounding's base counts with
   */
  public record ColumnRule(
      int threshold, SecretRounding rounding, Content content, long rowsPerUnit) {
    /** A rule that tells figures as they are. */
    public ColumnRule(int threshold) {
      this(threshold, SecretRounding.NONE, Content.VALUES, 1);
    }

    /** The same rule for a column that holds this. */
    public ColumnRule of(Content other) {
      return new ColumnRule(threshold, rounding, other, rowsPerUnit);
    }

    /**
     * A count of what was tallied as it is told. A unit with many rows has few of them with one
     * value; so the base counts with the rows that its units have of this value on average, or with
     * the square root of those that they have in all where that is more: some have a value several
     * times as often as others. It never counts with more than all.
     *
     * <p>The average is that of a count with noise of its own, and which of two neighbouring whole
     * numbers it counts as is drawn in secret: no base is ruled out by one row.
     */
    public long count(Tally tally, String item) {
      if (content == Content.CELLS) {
        return rounding.fine(tally.rows(), item);
      }
      SecretRounding ofRows = rounding.withBase(rounding.base() / rowsPerUnit);
      double rows = rowsOfUnit(noisy(tally, ofRows, "average of " + item));
      double moved = rounding.limit(rows, rows + 1, "base of " + item);
      return rounding.withBase(base(moved)).count(tally.rows(), item);
    }

    private static Tally noisy(Tally tally, SecretRounding rounding, String item) {
      return new Tally(rounding.noisy(tally.rows(), item), tally.units());
    }

    /** The base that what was tallied is told by, about. */
    public long base(Tally tally) {
      return base(rowsOfUnit(tally) + 0.5);
    }

    private long base(double rows) {
      return rounding.base() / rowsPerUnit * Math.max(1, Math.min(rowsPerUnit, (long) rows));
    }

    private double rowsOfUnit(Tally tally) {
      double all = (double) rowsPerUnit;
      return rowsPerUnit == 1 || tally.units().count() == 0
          ? all
          : Math.max(Math.sqrt(all), tally.rows() / tally.units().atLeast(threshold));
    }

    /** The same rule for counts of which it is not known whose they are. */
    public ColumnRule withoutUnits() {
      return new ColumnRule(threshold, rounding, content, 1);
    }

    /** A count of rows as it is told. */
    public long count(long rows, String item) {
      return content == Content.CELLS ? rounding.fine(rows, item) : rounding.count(rows, item);
    }

    /** Whether what was tallied may be told. */
    public boolean allows(Tally tally) {
      return tally.unitCount() >= threshold;
    }

    /** Two tallies together, with as many units told apart as this rule needs. */
    public Tally join(Tally a, Tally b) {
      return a.plus(b, threshold);
    }
  }

  @Override
  public String toString() {
    return "DisclosurePolicy[k=" + minimumUnits + ", " + (byUnit ? "by unit" : "by row") + "]";
  }
}
