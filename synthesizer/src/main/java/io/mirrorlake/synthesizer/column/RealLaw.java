package io.mirrorlake.synthesizer.column;

import io.mirrorlake.profiler.marginal.NumericMarginal;
import io.mirrorlake.profiler.marginal.Segment;
import io.mirrorlake.profiler.schema.ColumnType.Kind;

/**
 * The law of binary floating point numbers without a granularity: Q(u) is linear inside an
 * interval.
 */
final class RealLaw implements RealSource {
  private final SegmentIndex index;
  private final double[] low;
  private final double[] high;
  private final double[] slope;

  private RealLaw(NumericMarginal marginal, Place place) {
    int n = marginal.segmentCount();
    this.index = SegmentIndex.of(marginal);
    this.low = new double[n + 1];
    this.high = new double[n + 1];
    this.slope = new double[n + 1];
    for (int s = 0; s < n; s++) {
      Segment segment = marginal.segments().get(s);
      low[s] = segment.low();
      high[s] = segment.high();
      // Adding a negative zero leaves every number as it is, NaN, infinities and both zeros
      // included.
      slope[s] = segment.isAtom() ? -0.0 : (high[s] - low[s]) / index.width(s);
      if (!segment.isAtom() && !(high[s] - low[s] < Double.POSITIVE_INFINITY)) {
        throw place.corrupt("the interval from " + low[s] + " to " + high[s] + " is too wide");
      }
    }
  }

  /** The law of a column of floats or doubles, with or without a granularity. */
  static ColumnLaw of(Place place, NumericMarginal marginal) {
    boolean isFloat = place.column().type().kind() == Kind.FLOAT;
    requireFloats(place, marginal, isFloat);
    RealSource source =
        marginal.grid().isDiscrete() ? DecimalRealLaw.of(marginal) : new RealLaw(marginal, place);
    boolean nullable = place.column().nullable();
    Spreads spreads = Spreads.of(source.index(), marginal, place.column().type().kind());
    return blockRows ->
        new RealSampler(
            source,
            spreads,
            isFloat ? new Floats(blockRows, nullable) : new Doubles(blockRows, nullable));
  }

  private static void requireFloats(Place place, NumericMarginal marginal, boolean isFloat) {
    for (Segment segment : marginal.segments()) {
      double magnitude = Math.max(Math.abs(segment.low()), Math.abs(segment.high()));
      if (isFloat && Double.isFinite(magnitude) && magnitude > Float.MAX_VALUE) {
        throw place.corrupt(
            "it holds the value " + magnitude + ", but the type ends at " + Float.MAX_VALUE);
      }
    }
  }

  @Override
  public SegmentIndex index() {
    return index;
  }

  @Override
  public double number(int segment, double u) {
    return Math.min(low[segment] + (u - index.start(segment)) * slope[segment], high[segment]);
  }
}
