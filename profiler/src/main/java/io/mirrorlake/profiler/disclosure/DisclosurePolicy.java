package io.mirrorlake.profiler.disclosure;

import io.mirrorlake.profiler.sketch.Hashing;
import io.mirrorlake.profiler.sketch.Tally;
import java.io.Serializable;

/**
 * The rule that nothing carried by fewer than k privacy units is told.
 *
 * <p>The threshold that is applied is k plus a secret jitter of up to k / 2, another one for every
 * column: who compares two profiles of tables that differ in one unit cannot tell whether a value
 * crossed k or the thresholds differ.
 *
 * @param minimumUnits k, at least 1
 * @param byUnit whether units are values of a column rather than rows
 * @param secret the seed of the jitter; never written anywhere
 */
public record DisclosurePolicy(int minimumUnits, boolean byUnit, long secret)
    implements Serializable {
  public DisclosurePolicy {
    if (minimumUnits < 1) {
      throw new IllegalArgumentException("k must be at least 1: " + minimumUnits);
    }
  }

  /** The number of units that must carry a value of this column; from k to k + k / 2. */
  public ColumnRule column(String table, String column) {
    long hash = Hashing.chain(Hashing.chain(secret, Hashing.hash(table)), Hashing.hash(column));
    return new ColumnRule(minimumUnits + Math.floorMod(hash, minimumUnits / 2 + 1));
  }

  /** How many units a sketch has to tell apart to apply the rule; 0 where rows are the units. */
  public int unitLimit() {
    return byUnit ? unitLimitWithin() : 0;
  }

  /** The same for what a row can carry several times: the elements of its arrays. */
  public int unitLimitWithin() {
    return 2 * minimumUnits;
  }

  /**
   * The rule for one column.
   *
   * @param threshold the number of units that must carry what is told
   */
  public record ColumnRule(int threshold) {
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
