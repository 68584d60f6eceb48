package io.mirrorlake.profiler.marginal;

import java.io.Serializable;

/** How values are spread inside an interval of a numeric marginal. */
public sealed interface Spread extends Serializable
    permits Spread.Even, ParetoTail, PiecewiseSpread {
  /** Evenly. */
  Spread EVEN = new Even();

  /**
   * Where inside an interval of this length, in [0, 1], the value lies that a share p of the
   * interval's values does not exceed.
   */
  double position(double p, double length);

  /** The uniform distribution. */
  record Even() implements Spread {
    @Override
    public double position(double p, double length) {
      return p;
    }
  }
}
