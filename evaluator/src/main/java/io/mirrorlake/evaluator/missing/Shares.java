package io.mirrorlake.evaluator.missing;

import io.mirrorlake.evaluator.score.Interval;

/**
 * How often something occurs in two tables.
 *
 * @param real its rows in the reference
 * @param realRows the rows of the reference
 * @param found its rows in the other table
 * @param foundRows the rows of the other table
 */
public record Shares(double real, double realRows, double found, double foundRows) {
  /** One in 16,000 on either side together: of a thousand looks, hardly one errs. */
  private static final double SIGNIFICANT = 4;

  /** The same on one side. */
  private static final double CHANCE = 3.167e-5;

  /** Fewer expected rows may be missing by chance: none of ten has a chance of 1 in 22,000. */
  private static final double ENOUGH_ROWS = 10;

  /** Its share of the reference. */
  public double realShare() {
    return realRows > 0 ? real / realRows : 0;
  }

  /** Its share of the other table. */
  public double foundShare() {
    return foundRows > 0 ? found / foundRows : 0;
  }

  /** How many rows of the other table the reference lets expect. */
  public double expected() {
    return realShare() * foundRows;
  }

  /**
   * Whether the reference has enough rows, and lets expect enough of the other table: one row of
   * the reference tells little, however many a much larger table should have.
   */
  public boolean isExpected() {
    return Math.min(real, expected()) >= ENOUGH_ROWS;
  }

  /**
   * The difference in its standard errors, those of two shares of one population; negative where
   * the other table has too few.
   */
  public double deviations() {
    double pooled = (real + found) / (realRows + foundRows);
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / realRows + 1 / foundRows));
    return error > 0 ? (foundShare() - realShare()) / error : 0;
  }

  /**
   * Whether the difference is beyond sampling error. Where one of the tables has none, the chance
   * that all rows are in the other, {@code q^n} with its share q of the rows of both, has to be as
   * small too: the standard error knows nothing of unequal tables with few such rows.
   */
  public boolean differs() {
    boolean none = Math.min(real, found) == 0;
    return Math.abs(deviations()) > SIGNIFICANT && !(none && chanceOfNone() > CHANCE);
  }

  private double chanceOfNone() {
    double rows = real > 0 ? realRows : foundRows;
    return Math.pow(rows / (realRows + foundRows), real + found);
  }

  /** Wilson's 95 % interval of the share of the other table. */
  public Interval interval() {
    return Interval.wilson(found, foundRows);
  }

  /** |1 - found share / real share|, at most 1. */
  public double relativeGap() {
    return real > 0 ? Math.min(1, Math.abs(1 - foundShare() / realShare())) : found > 0 ? 1 : 0;
  }
}
