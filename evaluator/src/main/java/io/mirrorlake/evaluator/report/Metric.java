package io.mirrorlake.evaluator.report;

/** The scores of an evaluation, in the order of the report. Their keys are those of the JSON. */
public enum Metric {
  /** The mean over columns of one minus the column's similarity. */
  COLUMN_ERROR(
      "columnError",
      "Column error",
      Better.LOWER,
      "Mean distance of each column's distribution from train (Kolmogorov-Smirnov or total variation)."),
  /** The mean over columns of the difference of missing shares. */
  MISSINGNESS_ERROR(
      "missingnessError",
      "Missingness error",
      Better.LOWER,
      "Mean difference of the columns' shares of missing values from train."),
  /** The mean over pairs of the difference of association. */
  ASSOCIATION_ERROR(
      "associationError",
      "Pair association error",
      Better.LOWER,
      "Mean difference of all pairs' association from train (Cramer's V, correlation ratio, |Pearson r|)."),
  /** One minus the mean distance of 3-way marginals. */
  TRIPLE_ACCURACY(
      "tripleAccuracy",
      "3-way marginal accuracy",
      Better.HIGHER,
      "One minus the mean total variation distance of binned triples of columns from train."),
  /** The area under the curve of a classifier of real and synthetic rows. */
  TWO_SAMPLE_AUC(
      "twoSampleAuc",
      "Two-sample test AUC",
      Better.LOWER,
      "How well boosted trees tell synthetic from training rows: 0.5 not at all, 1 always."),
  /** How well a model trained on synthetic rows predicts real ones. */
  TRAIN_SYNTHETIC_SCORE(
      "trainSyntheticScore",
      "Train on synthetic, test on real",
      Better.HIGHER,
      "The score on real holdout rows of a model that learned from synthetic rows alone."),
  /** The share of synthetic rows nearer to train than to the holdout. */
  NEAREST_TRAIN_SHARE(
      "nearestTrainShare",
      "Nearest-to-train share",
      Better.LOWER,
      "Share of synthetic rows nearer to a training row than to any of equally many holdout rows; 0.5 is no leak."),
  /** The share of copies of training rows that chance does not explain. */
  DUPLICATE_EXCESS(
      "duplicateExcess",
      "Excess of exact copies",
      Better.LOWER,
      "Share of synthetic rows that copy a training row, less the share that copies one of equally many holdout rows.");

  private final String key;
  private final String title;
  private final Better better;
  private final String meaning;

  Metric(String key, String title, Better better, String meaning) {
    this.key = key;
    this.title = title;
    this.better = better;
    this.meaning = meaning;
  }

  /** Which way is good. */
  public enum Better {
    /** Small scores are good. */
    LOWER,
    /** Large scores are good. */
    HIGHER
  }

  /** The name in JSON and in configurations. */
  public String key() {
    return key;
  }

  /** The name for a reader. */
  public String title() {
    return title;
  }

  /** Which way is good. */
  public Better better() {
    return better;
  }

  /** What it says, in one sentence. */
  public String meaning() {
    return meaning;
  }

  /** By how much the first score is better than the second; negative where it is worse. */
  public double gain(double score, double reference) {
    return better == Better.HIGHER ? score - reference : reference - score;
  }
}
