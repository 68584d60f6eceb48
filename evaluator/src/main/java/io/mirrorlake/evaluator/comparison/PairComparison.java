package io.mirrorlake.evaluator.comparison;

import io.mirrorlake.evaluator.fidelity.ContingencyTable;
import io.mirrorlake.evaluator.tally.PairTally;

/**
 * Two columns together beside those of the reference, in terms of shared bins.
 *
 * @param kind what the columns are
 * @param similarity one minus the total variation distance of the combinations, 0 to 1
 * @param real the reference's associations
 * @param found the other table's
 */
public record PairComparison(
    PairTally.Kind kind, double similarity, Association real, Association found) {

  /**
   * How two columns go together.
   *
   * @param pearson Pearson's r of two numbers; 0 for other kinds
   * @param spearman Spearman's rank correlation of two numbers, by bins; 0 for other kinds
   * @param correlationRatio of a number by a label; 0 for other kinds
   * @param cramersV of two labels, without bias; 0 for other kinds
   * @param mutualInformation normalised, over bins, of any kind
   */
  public record Association(
      double pearson,
      double spearman,
      double correlationRatio,
      double cramersV,
      double mutualInformation) {
    static Association of(PairTally pair) {
      ContingencyTable table = pair.table();
      double shared = table.normalisedMutualInformation();
      return switch (pair.kind()) {
        case NUMBERS -> new Association(pair.pearson(), table.spearman(), 0, 0, shared);
        case MIXED -> new Association(0, 0, pair.correlationRatio(), 0, shared);
        case LABELS -> new Association(0, 0, 0, table.cramersV(), shared);
      };
    }

    /** Of independent columns. */
    static Association none() {
      return new Association(0, 0, 0, 0, 0);
    }
  }

  /** Compares a pair with the reference. */
  public static PairComparison of(PairTally reference, PairTally other) {
    return new PairComparison(
        reference.kind(),
        reference.table().similarity(other.table()),
        Association.of(reference),
        Association.of(other));
  }

  /** Compares the reference with what it were if its columns were independent. */
  public static PairComparison independent(PairTally reference) {
    ContingencyTable table = reference.table();
    return new PairComparison(
        reference.kind(),
        table.similarity(table.independent()),
        Association.of(reference),
        Association.none());
  }

  /** The difference of Pearson's r, 0 to 2. */
  public double pearsonError() {
    return Math.abs(real.pearson - found.pearson);
  }

  /** The difference of Spearman's correlation, 0 to 2. */
  public double spearmanError() {
    return Math.abs(real.spearman - found.spearman);
  }

  /** The difference of the correlation ratio, 0 to 1. */
  public double correlationRatioError() {
    return Math.abs(real.correlationRatio - found.correlationRatio);
  }

  /** The difference of Cramer's V, 0 to 1. */
  public double cramersError() {
    return Math.abs(real.cramersV - found.cramersV);
  }

  /** The difference of normalised mutual information, 0 to 1. */
  public double informationError() {
    return Math.abs(real.mutualInformation - found.mutualInformation);
  }
}
