package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.report.EvaluationOptions;
import io.mirrorlake.evaluator.sample.CoarseCategories;
import io.mirrorlake.evaluator.sample.IndependentMarginals;
import io.mirrorlake.evaluator.sample.SampleTable;
import java.util.Optional;

/**
 * The four tables every score compares, with the same columns.
 *
 * @param train the reference
 * @param holdout in the synthetic table's place it gives the ceiling
 * @param synthetic the table that is judged
 * @param independent in the synthetic table's place it gives the floor
 * @param reference more real rows that were not trained on, as an attacker may have them
 * @param options the settings
 */
record Scene(
    SampleTable train,
    SampleTable holdout,
    SampleTable synthetic,
    SampleTable independent,
    Optional<SampleTable> reference,
    EvaluationOptions options) {
  /**
   * Labels a column may have in what looks at columns together: more are too rare to be compared
   * there.
   */
  static final int COARSE_LABELS = 200;

  static Scene of(
      SampleTable train, SampleTable holdout, SampleTable synthetic, EvaluationOptions options) {
    return new Scene(
        train,
        holdout,
        synthetic,
        IndependentMarginals.of(train, options.seed()),
        Optional.empty(),
        options);
  }

  /** The same with a reference. */
  Scene withReference(Optional<SampleTable> rows) {
    return new Scene(train, holdout, synthetic, independent, rows, options);
  }

  /** The same with rare labels lumped together. */
  Scene coarse() {
    CoarseCategories coarse = CoarseCategories.fit(train.append(holdout), COARSE_LABELS);
    return new Scene(
        coarse.apply(train),
        coarse.apply(holdout),
        coarse.apply(synthetic),
        coarse.apply(independent),
        reference.map(coarse::apply),
        options);
  }

  long seed() {
    return options.seed();
  }
}
