package io.mirrorlake.jobs.architecture.violation.profiler.egg;

import io.mirrorlake.jobs.architecture.violation.profiler.hen.Hen;

/** An egg is laid by a hen. */
public final class Egg {
  public Hen layer() {
    return new Hen();
  }
}
