package io.mirrorlake.jobs.architecture.violation.profiler.fit;

/** Fitting sees real data; breaks no rule by itself. */
public final class Fit {
  public double mean() {
    return 0.5;
  }
}
