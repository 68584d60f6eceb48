package io.mirrorlake.profiler.discovery;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy;
import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;

/**
 * How many privacy units may break a constraint that is found all the same. What fewer units than
 * the threshold do is not told, and so it may not undo a constraint: that would tell that somebody
 * does it. In small tables exceptions must be few in comparison too.
 */
final class FewExceptions {
  /** The greatest share of exceptions; in secret it is up to half as small. */
  private static final double SHARE = 0.05;

  /** One exception never shows. */
  private static final long LEAST = 2;

  private FewExceptions() {}

  /**
   * The number of units that undo a constraint: the threshold of the rule, or in small tables a
   * twentieth to a fortieth of the units, as secret as the threshold, and two at least. Where
   * nothing is rounded, one.
   */
  static long limit(ColumnRule rule, long units) {
    if (!rule.rounding().isOn()) {
      return 1;
    }
    double share = rule.rounding().limit(SHARE, SHARE / 2, "exceptions");
    return Math.min(rule.threshold(), Math.max(LEAST, (long) Math.ceil(share * units)));
  }

  /**
   * How many of a sample's rows may break a candidate that is worth a check: no fewer than any
   * limit allows.
   */
  static int inSample(DisclosurePolicy policy, int rows) {
    if (policy.minimumUnits() == 1) {
      return 0;
    }
    double most = Math.max(LEAST, Math.ceil(SHARE * rows / policy.rowsPerUnit()));
    double limit = Math.min(1.5 * policy.minimumUnits(), most) - 1;
    return (int) Math.min(SHARE * rows + 1, limit * policy.rowsPerUnit());
  }
}
