package io.mirrorlake.jobs.architecture.violation.synthesizer;

/** A row must not depend on the machine's idea of a logarithm. */
public final class Platform {
  public double log(double x) {
    return Math.log(x);
  }
}
