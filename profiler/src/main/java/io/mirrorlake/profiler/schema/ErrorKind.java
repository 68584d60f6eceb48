package io.mirrorlake.profiler.schema;

/**
 * Where the cause of a {@link UserException} lies; the command line maps each kind to one exit
 * code.
 */
public enum ErrorKind {
  /** The command line or a configuration file. */
  CONFIGURATION,
  /** A source table: missing, empty, of another shape than declared, or with unusable values. */
  SOURCE,
  /** A profile: missing, corrupt, of an unknown version, or without what was asked of it. */
  PROFILE,
  /** An output: in the way, or not writable. */
  OUTPUT,
  /** Something around the job: a database, a cluster, a driver class. */
  ENVIRONMENT
}
