package io.mirrorlake.evaluator.metric;

/** Which way is good. */
public enum Better {
  /** Small scores are good. */
  LOWER,
  /** Large scores are good. */
  HIGHER
}
