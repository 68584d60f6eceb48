package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.Calendar;
import io.mirrorlake.profiler.marginal.Notation;
import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.marginal.Spread;
import io.mirrorlake.profiler.schema.ColumnType.Kind;
import java.util.Optional;

/**
 * Moves u inside its segment, so that an even spread of the moved u is the spread that the marginal
 * wants: whoever turns u into values needs to know only even ones.
 */
final class Spreads {
  /** The greatest double below 1: a moved u must stay in its segment. */
  private static final double BELOW_ONE = Math.nextDown(1.0);

  /** They leave 2^-40 of a segment, which is less than one row in a million million. */
  private static final int HALVINGS = 40;

  private final SegmentIndex index;
  private final Spread[] spreads;
  private final double[] low;
  private final double[] length;
  private final Optional<CalendarScale> scale;
  private final boolean isEven;

  private Spreads(SegmentIndex index, NumericMarginal marginal, Optional<CalendarScale> scale) {
    int n = marginal.segmentCount();
    this.index = index;
    this.spreads = new Spread[n + 1];
    this.low = new double[n + 1];
    this.length = new double[n + 1];
    this.scale = scale;
    spreads[n] = Spread.EVEN;
    boolean even = scale.isEmpty();
    for (int s = 0; s < n; s++) {
      Segment segment = marginal.segments().get(s);
      spreads[s] = segment.spread();
      low[s] = segment.low();
      length[s] = segment.isAtom() ? 0 : length(marginal.grid().notation(), segment);
      even &= segment.spread().equals(Spread.EVEN);
    }
    this.isEven = even;
  }

  /** A tail's scale is in days, minutes ... where digits are dates or times. */
  private static double length(Notation notation, Segment segment) {
    return notation.position(segment.high()) - notation.position(segment.low());
  }

  static Spreads of(SegmentIndex index, NumericMarginal marginal, Kind kind) {
    boolean calendar = kind.isTemporal() && !marginal.calendar().equals(Calendar.EVEN);
    return new Spreads(
        index,
        marginal,
        calendar ? CalendarScale.of(marginal, kind == Kind.DATE) : Optional.empty());
  }

  /** The place of u, which lies in the given segment, among evenly spread ones. */
  double moved(int segment, double u) {
    if (isEven || length[segment] == 0) {
      return u;
    }
    double width = index.width(segment);
    double p = Math.min(BELOW_ONE, (u - index.start(segment)) / width);
    return index.start(segment) + width * Math.min(BELOW_ONE, position(segment, p));
  }

  private double position(int segment, double p) {
    return scale.isPresent()
        ? scale.get().position(low[segment], length[segment], p)
        : spreads[segment].position(p, length[segment]);
  }

  /**
   * The least u of a segment that lies at or beyond this part of it among evenly spread ones: the
   * inverse of {@link #moved}.
   *
   * @param part in [0, 1]
   */
  double first(int segment, double part) {
    double share = part;
    if (!isEven && length[segment] > 0 && part > 0 && part < 1) {
      double below = 0;
      share = 1;
      for (int i = 0; i < HALVINGS; i++) {
        double middle = (below + share) / 2;
        if (position(segment, middle) < part) {
          below = middle;
        } else {
          share = middle;
        }
      }
    }
    return index.start(segment) + index.width(segment) * share;
  }
}
