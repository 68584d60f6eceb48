package io.mirrorlake.profiler.fit;

import io.mirrorlake.profiler.disclosure.DisclosurePolicy.ColumnRule;
import io.mirrorlake.profiler.marginal.Grid;
import io.mirrorlake.profiler.marginal.ParetoTail;
import io.mirrorlake.profiler.sketch.Tally;
import java.util.Optional;

/**
 * The tails of a column beyond its last knots. Shape and scale come from the outermost tenth of the
 * values without the outermost few: of as many units as the threshold, only that they are there
 * counts, not where. Where the tail is cut off follows from shape and scale.
 */
final class OuterTails {
  /**
   * Where a tail is cut off: of the outermost interval's values one in twenty times as many would
   * go beyond.
   */
  static final double CUT = 20;

  /** The tail's shape comes from the outermost tenth of the values. */
  private static final int TAIL_PART = 10;

  /** Of values on a grid, a tail must cover a few to be seen. */
  private static final double LEAST_STEPS = 3;

  /** The outer end moves by up to an eighth of the tail's length. */
  private static final double MOVE = 0.25;

  private final Grid grid;
  private final ColumnRule rule;
  private final ValueLine line;
  private final double floor;
  private final double ceiling;

  /**
   * @param line the values that are no point masses
   * @param floor no tail goes below it
   * @param ceiling no tail goes above it
   */
  OuterTails(Grid grid, ColumnRule rule, ValueLine line, double floor, double ceiling) {
    this.grid = grid;
    this.rule = rule;
    this.line = line;
    this.floor = floor;
    this.ceiling = ceiling;
  }

  /**
   * The outermost stretch of the points [from, to) with a tail.
   *
   * @param upper whether it is the upper tail
   * @return the stretch, or empty where its values do not thin out
   */
  Optional<Stretch> tail(int from, int to, boolean upper, Stretch outermost) {
    long all = line.rows(from, to);
    double least =
        rule.rounding().limit(TailFitter.LEAST_EXCESSES, 1.5 * TailFitter.LEAST_EXCESSES, "tail");
    double wanted = Math.max(least, (double) all / TAIL_PART);
    if (2 * wanted > all) {
      return Optional.empty();
    }
    int step = upper ? -1 : 1;
    int end = upper ? to - 1 : from;
    for (long rows = 0; rows < wanted; end += step) {
      rows += line.tally(end).rows();
    }
    double inner = upper ? outermost.low() : outermost.high();
    double distance = step * (line.value(end) - inner);
    return fit(end, upper ? to - 1 : from, step)
        .map(fit -> TailFitter.told(fit, distance, upper, rule.rounding()))
        .filter(tail -> tail.scale() > LEAST_STEPS * grid.spacing() * (1 - tail.shape()))
        .map(tail -> cut(outermost, tail));
  }

  /** The fit to the points between a threshold and the outermost ones. */
  private Optional<TailFitter.Fit> fit(int threshold, int outermost, int step) {
    Tally beyond = Tally.ZERO;
    int safe = outermost;
    while (!rule.allows(beyond) && safe != threshold) {
      beyond = rule.join(beyond, line.tally(safe));
      safe += step;
    }
    int count = Math.abs(safe - threshold);
    double[] excesses = new double[count];
    long[] rows = new long[count];
    for (int i = 0; i < count; i++) {
      int at = threshold - step * (i + 1);
      excesses[i] = Math.abs(line.value(at) - line.value(threshold));
      rows[i] = line.tally(at).rows();
    }
    return count == 0 ? Optional.empty() : TailFitter.fit(excesses, rows, beyond.rows());
  }

  private Stretch cut(Stretch outermost, ParetoTail tail) {
    double length = tail.excess(1 - 1 / (CUT * outermost.rows()));
    double inner = tail.upper() ? outermost.low() : outermost.high();
    double end = inner + (tail.upper() ? length : -length);
    double moved =
        Rounding.end(
            rule.rounding().number(end, MOVE * length, tail.upper() ? "tail to" : "tail from"),
            length);
    Stretch stretch = new Stretch(outermost.low(), outermost.high(), outermost.rows(), tail);
    return tail.upper()
        ? stretch.between(inner, Math.max(inner, Math.min(ceiling, moved)))
        : stretch.between(Math.min(inner, Math.max(floor, moved)), inner);
  }
}
