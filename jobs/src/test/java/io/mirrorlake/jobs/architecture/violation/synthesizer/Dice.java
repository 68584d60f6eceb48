package io.mirrorlake.jobs.architecture.violation.synthesizer;

import java.util.Random;

/** A row must not depend on chance. */
public final class Dice {
  public int roll() {
    return new Random(1).nextInt(6);
  }
}
