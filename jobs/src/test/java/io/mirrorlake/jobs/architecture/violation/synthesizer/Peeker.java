package io.mirrorlake.jobs.architecture.violation.synthesizer;

import io.mirrorlake.jobs.architecture.violation.profiler.fit.Fit;

/** The synthesizer must not see what fits profiles. */
public final class Peeker {
  public double peek() {
    return new Fit().mean();
  }
}
