package io.mirrorlake.jobs.architecture.violation.evaluator;

import io.mirrorlake.jobs.architecture.violation.synthesizer.Platform;

/** The judge must not share the formulas of the judged. */
public final class Accomplice {
  public double score() {
    return new Platform().log(2);
  }
}
