package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.sketch.Tally;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How figures are rounded before they enter a profile. */
public final class Rounding {
  /** Six digits keep a share of one in a million rows apart from its neighbours. */
  private static final MathContext SHARE = new MathContext(6, RoundingMode.HALF_EVEN);

  /**
   * Four decimals are finer than the sampling error of any correlation from fewer than 10^8 rows.
   */
  private static final int CORRELATION_DECIMALS = 4;

  /** Finer than the sampling error of a weight from fewer than 10^6 rows. */
  private static final int WEIGHT_DECIMALS = 3;

  private Rounding() {}

  /** A share, with six digits. */
  public static double share(long numerator, long denominator) {
    return share((double) numerator / denominator);
  }

  /** A share of one. */
  public static double share(double share) {
    return new BigDecimal(share).round(SHARE).doubleValue();
  }

  /** The share of nulls beside so many values as it is told; 0 where too few units have one. */
  static double nulls(Tally nulls, long values, ColumnRule rule) {
    if (!rule.allows(nulls)) {
      return 0;
    }
    long told = rule.count(nulls, "nulls");
    return share(told, told + rule.count(values, "values"));
  }

  /** A weight of about one, to a thousandth. */
  static double weight(double weight) {
    return BigDecimal.valueOf(weight)
        .setScale(WEIGHT_DECIMALS, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  static double correlation(double r) {
    return BigDecimal.valueOf(r)
        .setScale(CORRELATION_DECIMALS, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  /**
   * An end of an interval on a continuous scale, with as many digits as its distance to the other
   * end calls for.
   */
  static double end(double value, double width) {
    if (!(width > 0) || value == 0) {
      return value;
    }
    // A thousandth of the width is finer than the knot's own sampling error.
    int digits = 4 + Math.max(0, (int) Math.ceil(Math.log10(Math.abs(value) / width)));
    return new BigDecimal(value).round(new MathContext(Math.min(digits, 17))).doubleValue();
  }
}
