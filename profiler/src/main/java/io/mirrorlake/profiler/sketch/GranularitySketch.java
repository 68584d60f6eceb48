package io.mirrorlake.profiler.sketch;

import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.schema.ColumnType;
import java.io.Serializable;
import java.util.List;

/**
 * The granularity of a numeric column: how many values keep to each of a fixed ladder of grids,
 * from fine to coarse.
 *
 * <p>Only round steps are on the ladder, and a grid is chosen where fewer than k units break it, so
 * that no single value shows in the choice.
 */
public final class GranularitySketch implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whole numbers: ones, then 5, 10, 50, 100, ... each a multiple of the one before. */
  private static final long[] NUMBER_STEPS = {
    1, 5, 10, 50, 100, 500, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000
  };

  /**
   * Timestamps in microseconds: microsecond, millisecond, second, minute, quarter of an hour, hour,
   * day.
   */
  private static final long[] TIME_STEPS = {
    1, 1_000, 1_000_000, 60_000_000, 900_000_000, 3_600_000_000L, 86_400_000_000L
  };

  /** Dates in days. */
  private static final long[] DATE_STEPS = {1};

  /** Intervals in months: month, quarter, year. */
  private static final long[] MONTH_STEPS = {1, 3, 12};

  /**
   * Beyond nine decimals a binary number is taken as continuous: its rounding noise reaches there.
   */
  private static final int MAX_DECIMALS = 9;

  /**
   * A scaled number is whole where it is this close to one, relative to its size: far above the
   * noise of sums of many prices.
   */
  private static final double WHOLE = 1e-11;

  /** Up to so many decimals that noise is allowed for. */
  private static final int COMMON_DECIMALS = 4;

  /**
   * With more decimals digits that are left are no noise, but those of a fraction: only that of
   * scaling is allowed for.
   */
  private static final double WHOLE_OF_MANY = 2e-15;

  /** Doubles of this size and more have no digit after the point to judge by. */
  private static final double EXACT_LIMIT = 1L << 50;

  private final long[] steps;
  private final int maxDecimals;

  /** How many values keep to step i and to no coarser one; zeros keep to all and are left out. */
  private final Breaks byStep;

  /** How many values need d decimals; the last entry counts values that need more. */
  private final Breaks byDecimals;

  /** What the digits may be; empty where they are plain numbers. */
  private final List<NotationSketch> notations;

  private GranularitySketch(long[] steps, int maxDecimals, boolean digits, int unitLimit) {
    this.notations = digits ? List.of(new NotationSketch(unitLimit)) : List.of();
    this.steps = steps;
    this.maxDecimals = maxDecimals;
    this.byStep = new Breaks(steps.length, unitLimit);
    this.byDecimals = new Breaks(maxDecimals + 2, unitLimit);
  }

  /** An empty sketch for columns of this type; a unit limit of 0 counts rows. */
  public static GranularitySketch of(ColumnType type, int unitLimit) {
    // Floats are too short for the digits of a date.
    boolean digits =
        switch (type.kind()) {
          case SMALLINT, INT, BIGINT, DOUBLE -> true;
          case DECIMAL -> type.scale() == 0;
          default -> false;
        };
    return of(type, digits, unitLimit);
  }

  /** An empty sketch for distances between values, whose digits are no dates and times. */
  public static GranularitySketch ofDistances(ColumnType type, int unitLimit) {
    return of(type, false, unitLimit);
  }

  private static GranularitySketch of(ColumnType type, boolean digits, int unitLimit) {
    return switch (type.kind()) {
      case DATE -> new GranularitySketch(DATE_STEPS, 0, digits, unitLimit);
      case YEAR_MONTH_INTERVAL -> new GranularitySketch(MONTH_STEPS, 0, digits, unitLimit);
      case TIMESTAMP, TIMESTAMP_NTZ, DAY_TIME_INTERVAL ->
          new GranularitySketch(TIME_STEPS, 0, digits, unitLimit);
      case DECIMAL ->
          new GranularitySketch(
              NUMBER_STEPS, Math.min(MAX_DECIMALS, type.scale()), digits, unitLimit);
      case FLOAT, DOUBLE -> new GranularitySketch(NUMBER_STEPS, MAX_DECIMALS, digits, unitLimit);
      default -> new GranularitySketch(NUMBER_STEPS, 0, digits, unitLimit);
    };
  }

  /**
   * Adds a value carried by the unit with this hash (which is ignored where every row is a unit).
   */
  public void add(double value, long unit) {
    if (value == 0 || !Double.isFinite(value)) {
      return;
    }
    int decimals = decimals(value);
    byDecimals.add(decimals, unit);
    if (decimals == 0) {
      byStep.add(coarsestStep((long) value), unit);
      for (NotationSketch notation : notations) {
        notation.add((long) value, unit);
      }
    }
  }

  private int decimals(double value) {
    double scaled = Math.abs(value);
    for (int d = 0; d <= maxDecimals; d++) {
      if (maxDecimals > 0 && scaled >= EXACT_LIMIT) {
        return scaled == Math.rint(scaled) && d == 0 ? 0 : maxDecimals + 1;
      }
      double noise = d <= COMMON_DECIMALS ? WHOLE : WHOLE_OF_MANY;
      if (Math.abs(scaled - Math.rint(scaled)) <= noise * scaled) {
        return d;
      }
      scaled *= 10;
    }
    return maxDecimals + 1;
  }

  private int coarsestStep(long value) {
    int i = 0;
    while (i + 1 < steps.length && value % steps[i + 1] == 0) {
      i++;
    }
    return i;
  }

  /** Adds all that another sketch for the same type has seen. */
  public void merge(GranularitySketch other) {
    byStep.merge(other.byStep);
    byDecimals.merge(other.byDecimals);
    for (int i = 0; i < notations.size(); i++) {
      notations.get(i).merge(other.notations.get(i));
    }
  }

  /**
   * The coarsest grid of the ladder that fewer than {@code minimumUnits} units break; the others
   * are snapped to it.
   */
  public Grid grid(long minimumUnits) {
    int decimals = maxDecimals + 1;
    while (decimals > 0 && byDecimals.from(decimals).unitCount() < minimumUnits) {
      decimals--;
    }
    if (decimals == maxDecimals + 1) {
      return maxDecimals == 0 ? Grid.INTEGERS : Grid.CONTINUOUS;
    }
    return decimals > 0 ? new Grid(1, decimals) : new Grid(step(minimumUnits), 0);
  }

  /**
   * The notations of dates and times that fewer than {@code minimumUnits} units break. This proves
   * nothing yet: small numbers break none.
   */
  public List<Notation> notations(long minimumUnits) {
    return notations.stream().flatMap(sketch -> sketch.kept(minimumUnits).stream()).toList();
  }

  private long step(long minimumUnits) {
    for (int i = 0; i < steps.length; i++) {
      if (byStep.upTo(i).unitCount() >= minimumUnits) {
        return steps[i];
      }
    }
    return steps[steps.length - 1];
  }
}
