package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.utility.BoostedLearner;
import io.mirrorlake.evaluator.utility.Learner;
import java.util.List;

/**
 * Who does the heavy work.
 *
 * @param learners the models of the train-synthetic-test-on-real comparison
 */
public record Engines(List<Learner> learners) {
  public Engines {
    learners = List.copyOf(learners);
  }

  /** Everything in this process. */
  public static Engines local() {
    return new Engines(List.of(BoostedLearner.of()));
  }
}
