package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.privacy.NearestEngine;
import io.mirrorlake.evaluator.utility.BoostedLearner;
import io.mirrorlake.evaluator.utility.Learner;
import java.util.List;

/**
 * Who does the heavy work.
 *
 * @param learners the models of the train-synthetic-test-on-real comparison
 * @param nearest the search for nearest records
 */
public record Engines(List<Learner> learners, NearestEngine nearest) {
  public Engines {
    learners = List.copyOf(learners);
  }

  /** Everything in this process. */
  public static Engines local() {
    return new Engines(List.of(BoostedLearner.of()), NearestEngine.local());
  }
}
