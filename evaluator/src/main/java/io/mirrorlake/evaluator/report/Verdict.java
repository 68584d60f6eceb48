package io.mirrorlake.evaluator.report;

/** What a score means for a release, from good to bad. */
public enum Verdict {
  /** As good as asked for. */
  PASS,
  /** Look before use. */
  WARN,
  /** Not to be used for what this metric stands for. */
  FAIL;

  /** The worse of two. */
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
