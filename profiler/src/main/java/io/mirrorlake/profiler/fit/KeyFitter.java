package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.sketch.NumericSketch;
import io.mirrorlake.profiler.sketch.Tally;
import io.mirrorlake.profiler.sketch.TextSketch;
import java.util.regex.Pattern;

/**
 * Learns how a primary key looks, so that synthetic keys look alike; no bound in it is a real key
 * but 0 and 1.
 */
final class KeyFitter {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Numbers are taken as a sequence where they fill at least this share of their range. */
  private static final double DENSE = 0.5;

  /** Or a share down to this one, in secret, so that no single key decides. */
  private static final double LEAST_DENSE = 0.4;

  /**
   * A scattered key's range is given room for this many times the source's rows before it repeats
   * its pattern.
   */
  private static final double ROOM = 4;

  /** Ranges of this size can be followed by more than one of their like in 63 bits. */
  private static final double MAX_SIZE = 1e18;

  private KeyFitter() {}

  /**
   * The key of a column of whole numbers. Its range is that of all keys but the outermost, of as
   * many units as the threshold at either end, and as many steps of the same density more: where
   * single keys lie outside does not show.
   */
  static Key fit(NumericSketch sketch, ColumnRule rule) {
    ValueLine line = new ValueLine(sketch.cells(), rule);
    int below = safe(line, 0, 1, rule);
    int above = safe(line, line.size() - 1, -1, rule);
    double rows = (double) line.rows(0, line.size());
    double step =
        above > below
            ? (line.value(above) - line.value(below)) / (double) line.rows(below, above)
            : line.value(line.size() - 1) - line.value(0);
    double least = line.value(below) - step * (double) line.rows(0, below);
    double range = step * (rows - 1) + 1;
    // A few keys more or less at the end do not show, and most keys count from 1.
    double few = rule.threshold() * step;
    boolean fromOne = line.value(below) >= 0 && least < few;
    long start = fromOne ? 1 : roundedDown(least - rule.rounding().limit(0, few, "start"));
    if (rows >= rule.rounding().limit(DENSE, LEAST_DENSE, "dense") * range) {
      return new Key.Sequence(start, 1);
    }
    double wanted = Math.max(range + (least - start), ROOM * rows);
    double size = Math.pow(10, Math.ceil(Math.log10(wanted)));
    return new Key.Scattered(start, (long) Math.min(size, MAX_SIZE));
  }

  /** The point from which on, counted from an end, enough units lie outside. */
  private static int safe(ValueLine line, int end, int step, ColumnRule rule) {
    Tally outside = Tally.ZERO;
    int at = end;
    while (!rule.allows(outside) && at + step >= 0 && at + step < line.size()) {
      outside = rule.join(outside, line.tally(at));
      at += step;
    }
    return at;
  }

  /** The key of a string column. */
  static Key fit(TextSketch sketch, ColumnRule rule) {
    if (sketch.sample().keySet().stream().allMatch(value -> UUID.matcher(value).matches())) {
      return new Key.Uuid();
    }
    return new Key.Formatted(new TextPattern(1, TextFormatFitter.widest(sketch.sample(), rule)));
  }

  /**
   * A round number below the value, never the value itself but for 0 and 1: 0, 1, or one digit
   * followed by zeros.
   */
  private static long roundedDown(double value) {
    if (value >= 1 && value < 10) {
      return 1;
    }
    if (value >= 0 && value < 1) {
      return 0;
    }
    double below = value - 1;
    double magnitude = Math.pow(10, Math.floor(Math.log10(Math.abs(below))));
    return (long) (Math.floor(below / magnitude) * magnitude);
  }
}
