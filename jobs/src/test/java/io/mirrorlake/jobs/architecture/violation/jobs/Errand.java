package io.mirrorlake.jobs.architecture.violation.jobs;

/** Breaks no rule. */
public final class Errand {
  public String name() {
    return "errand";
  }
}
