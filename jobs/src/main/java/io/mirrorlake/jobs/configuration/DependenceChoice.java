package io.mirrorlake.jobs.configuration;

/** How the dependence between columns is modelled. */
public enum DependenceChoice {
  /** The best that the data allows. */
  AUTO,
  GAUSSIAN,
  TREE,
  INDEPENDENT
}
