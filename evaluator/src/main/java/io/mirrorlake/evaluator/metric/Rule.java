package io.mirrorlake.evaluator.metric;

import java.util.Optional;

/**
 * How a score becomes a verdict.
 *
 * @param kind what is compared with the limits
 * @param neutral the value that says nothing is wrong; only {@link Kind#EXCESS} uses it
 * @param band the limits unless the user sets others; empty only where nothing is judged
 */
public record Rule(Kind kind, double neutral, Optional<Band> band) {
  /** What is compared with the limits. */
  public enum Kind {
    /**
     * The share of the way from floor to ceiling that the score has gone; the limits are the least
     * shares. Where floor and ceiling are nearly the same, {@link #DISTANCE} is judged instead.
     */
    WAY,
    /** How much worse than the ceiling the score is; the limits are the greatest distances. */
    DISTANCE,
    /**
     * How much the score is worse than {@code neutral}, once its 95 % interval excludes it; the
     * limits are the greatest excesses. An excess beyond the limit also raises the memorisation
     * alarm of a metric that has one.
     */
    EXCESS,
    /** The score itself; the limits are its greatest values, or least where higher is better. */
    LIMIT,
    /** Nothing: the score is shown and has no verdict. */
    INFORMATION
  }

  public Rule {
    if ((kind == Kind.INFORMATION) != band.isEmpty()) {
      throw new IllegalArgumentException("a rule of kind " + kind + " with limits " + band);
    }
  }

  /** Share of the way from floor to ceiling, at least. */
  public static Rule way(double warn, double fail) {
    return of(Kind.WAY, 0, warn, fail);
  }

  /** Distance from the ceiling, at most. */
  public static Rule distance(double warn, double fail) {
    return of(Kind.DISTANCE, 0, warn, fail);
  }

  /** Significant excess over a neutral value, at most. */
  public static Rule excess(double neutral, double warn, double fail) {
    return of(Kind.EXCESS, neutral, warn, fail);
  }

  /** The score itself, at most; or at least, where higher is better. */
  public static Rule limit(double warn, double fail) {
    return of(Kind.LIMIT, 0, warn, fail);
  }

  /** No verdict. */
  public static Rule information() {
    return new Rule(Kind.INFORMATION, 0, Optional.empty());
  }

  private static Rule of(Kind kind, double neutral, double warn, double fail) {
    return new Rule(kind, neutral, Optional.of(new Band(warn, fail)));
  }

  /** Whether the limits are least values, of which the one for FAIL is the smaller. */
  boolean falling(Better better) {
    return kind == Kind.WAY || (kind == Kind.LIMIT && better == Better.HIGHER);
  }
}
