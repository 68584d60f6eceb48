package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.key.Key;
import io.mirrorlake.profiler.marginal.TextPattern;
import io.mirrorlake.profiler.sketch.NumericSketch;
import io.mirrorlake.profiler.sketch.TextSketch;
import io.mirrorlake.profiler.sketch.ValueTally;
import java.util.List;
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

  /**
   * A scattered key's range is given room for this many times the source's rows before it repeats
   * its pattern.
   */
  private static final double ROOM = 4;

  /** Ranges of this size can be followed by more than one of their like in 63 bits. */
  private static final double MAX_SIZE = 1e18;

  private KeyFitter() {}

  /** The key of a column of whole numbers. */
  static Key fit(NumericSketch sketch) {
    List<ValueTally> cells = sketch.cells();
    double least = cells.get(0).value();
    double range = cells.get(cells.size() - 1).value() - least + 1;
    long start = roundedDown(least);
    if (sketch.rows() >= DENSE * range) {
      return new Key.Sequence(start, 1);
    }
    double wanted = Math.max(range + (least - start), ROOM * sketch.rows());
    double size = Math.pow(10, Math.ceil(Math.log10(wanted)));
    return new Key.Scattered(start, (long) Math.min(size, MAX_SIZE));
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
