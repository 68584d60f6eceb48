package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.sample.CoarseCategories;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleTable;

/**
 * The four tables every score compares, with the same columns.
 *
 * @param train the reference
 * @param holdout in the synthetic table's place it gives the ceiling
 * @param synthetic the table that is judged
 * @param independent in the synthetic table's place it gives the floor
 * @param options the settings
 */
record Scene(
    SampleTable train,
    SampleTable holdout,
    SampleTable synthetic,
    SampleTable independent,
    EvaluationOptions options) {
  /**
   * Labels a column may have in what looks at columns together: more are too rare to be compared
   * there.
   */
  static final int COARSE_LABELS = 200;

  static Scene of(
      SampleTable train, SampleTable holdout, SampleTable synthetic, EvaluationOptions options) {
    return new Scene(
        train, holdout, synthetic, IndependentMarginals.of(train, options.seed()), options);
  }

  /** The same with rare labels lumped together. */
  Scene coarse() {
    CoarseCategories coarse = CoarseCategories.fit(train.append(holdout), COARSE_LABELS);
    return new Scene(
        coarse.apply(train),
        coarse.apply(holdout),
        coarse.apply(synthetic),
        coarse.apply(independent),
        options);
  }

  long seed() {
    return options.seed();
  }
}
