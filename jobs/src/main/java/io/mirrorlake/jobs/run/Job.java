package io.mirrorlake.jobs.run;

import io.mirrorlake.jobs.configuration.JobConfiguration;

/** What a command does once its configuration is known. */
@FunctionalInterface
public interface Job<C extends JobConfiguration> {
  /** Does the work; a failure that a person can mend is a {@code UserException}. */
  ExitCode run(C configuration, JobContext context);
}
