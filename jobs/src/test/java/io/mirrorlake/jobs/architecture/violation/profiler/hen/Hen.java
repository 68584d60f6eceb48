package io.mirrorlake.jobs.architecture.violation.profiler.hen;

import io.mirrorlake.jobs.architecture.violation.profiler.egg.Egg;

/** A hen comes from an egg. */
public final class Hen {
  public Egg origin() {
    return new Egg();
  }
}
