package io.mirrorlake.jobs.demo;

/** What a demo is about. */
public enum DemoSubject {
  /** All tables of a database, with the keys between them. */
  DATABASE,
  /** One table of it, with a holdout, and beside another generator. */
  CUSTOMERS
}
