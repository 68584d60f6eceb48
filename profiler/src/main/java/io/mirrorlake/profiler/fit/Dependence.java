package io.mirrorlake.profiler.fit;

/** Which copula to fit. */
public enum Dependence {
  /** The one that suits the table. */
  AUTO,
  /** The Gaussian copula. */
  GAUSSIAN,
  /** The tree copula. */
  TREE,
  /** None: every column by itself. */
  INDEPENDENT
}
