package io.mirrorlake.jobs.configuration;

/** What becomes of rows whose parent is missing. */
public enum OrphanChoice {
  /** They count as rows of some parent; how many there were is noted. */
  REPAIR,
  /** As many rows as in the source have no parent. */
  REPRODUCE
}
