package io.mirrorlake.jobs.configuration;

import java.util.Locale;

/** How a table is written. */
public enum OutputFormat {
  PARQUET,
  DELTA,
  CSV,
  JSON,
  ORC;

  /** The name that Spark knows the format by. */
  public String sparkName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
