package io.mirrorlake.jobs.configuration;

/** What happens to an output that is already there. */
public enum OutputMode {
  /** It stays, and the job ends before it starts. */
  ERROR_IF_EXISTS,
  /** It is replaced, once the new one is complete. */
  OVERWRITE,
  /** Rows are added to it; Delta tables only. */
  APPEND
}
