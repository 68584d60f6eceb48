package io.mirrorlake.jobs.configuration;

/** How a source is read. */
public enum SourceFormat {
  /** By the location: {@code catalog:}, {@code jdbc:}, else the files' names. */
  AUTO,
  PARQUET,
  DELTA,
  CSV,
  JSON,
  ORC,
  CATALOG,
  JDBC
}
