package io.mirrorlake.jobs.run;

import io.mirrorlake.profiler.schema.ErrorKind;

/**
 * How a job ended, as a scheduler sees it. The numbers are documented, and never change their
 * meaning.
 */
public enum ExitCode {
  OK(0),
  /** A mistake in Mirrorlake; a stack trace tells where. */
  DEFECT(1),
  CONFIGURATION(2),
  SOURCE(3),
  PROFILE(4),
  OUTPUT(5),
  ENVIRONMENT(6),
  /** The evaluation is complete, and the synthetic rows are not good enough. */
  VERDICT_FAIL(10);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The process's exit code. */
  public int code() {
    return code;
  }

  /** The exit code of a failure of this kind. */
  public static ExitCode of(ErrorKind kind) {
    return switch (kind) {
      case CONFIGURATION -> CONFIGURATION;
      case SOURCE -> SOURCE;
      case PROFILE -> PROFILE;
      case OUTPUT -> OUTPUT;
      case ENVIRONMENT -> ENVIRONMENT;
    };
  }
}
