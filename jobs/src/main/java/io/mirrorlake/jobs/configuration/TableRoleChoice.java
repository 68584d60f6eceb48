package io.mirrorlake.jobs.configuration;

/** What becomes of a table of a dataset. */
public enum TableRoleChoice {
  /** Its rows are made up. */
  SYNTHESIZED,
  /** Its rows are kept as they are. */
  REFERENCE,
  /** It is left out. */
  SKIPPED
}
