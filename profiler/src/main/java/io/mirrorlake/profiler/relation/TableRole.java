package io.mirrorlake.profiler.relation;

/** What becomes of a table. */
public enum TableRole {
  /** Its rows are made up. */
  SYNTHESIZED,

  /** Its rows are kept as they are: a lookup that was declared safe. */
  REFERENCE
}
