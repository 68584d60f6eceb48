package io.mirrorlake.jobs.architecture.violation.profiler;

import io.mirrorlake.jobs.architecture.violation.jobs.Errand;

/** The profiler must not know its caller. */
public final class Boss {
  public String order() {
    return new Errand().name();
  }
}
