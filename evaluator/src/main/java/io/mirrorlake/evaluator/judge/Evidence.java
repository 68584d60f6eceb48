package io.mirrorlake.evaluator.judge;

import io.mirrorlake.evaluator.privacy.DuplicateCounts;
import io.mirrorlake.evaluator.report.Measurement;
import io.mirrorlake.evaluator.report.Subject;
import io.mirrorlake.evaluator.sample.Draw;
import io.mirrorlake.evaluator.sample.SampleTable;
import io.mirrorlake.evaluator.tally.Tallies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What the judge decides upon.
 *
 * @param train a random sample of the rows the profile saw, or all
 * @param holdout the same of real rows that it never saw
 * @param synthetic the same of the synthetic rows
 * @param reference real rows that are in neither, as an attacker may have them
 * @param fullScale what was counted over all rows
 * @param whole all rows, where the samples are not
 * @param holdoutUnseen whether the holdout is unseen; false where train was split to have one
 */
public record Evidence(
    SampleTable train,
    SampleTable holdout,
    SampleTable synthetic,
    Optional<SampleTable> reference,
    FullScale fullScale,
    Optional<WholeTables> whole,
    boolean holdoutUnseen) {

  /**
   * Counts over all rows, not only the sampled ones.
   *
   * @param trainRows the rows of train
   * @param holdoutRows the rows of the holdout
   * @param syntheticRows the rows of the synthetic table
   * @param missing the share of missing values of each column, in the order of the sampled tables
   * @param duplicates exact copies, with train and holdout thinned to about the same number of rows
   * @param allDuplicates exact copies, with train and holdout as they are
   * @param tallies what was counted of columns, pairs and queries
   * @param skipped columns left out before sampling
   * @param notes what a reader should know
   */
  public record FullScale(
      long trainRows,
      long holdoutRows,
      long syntheticRows,
      List<MissingShares> missing,
      DuplicateCounts duplicates,
      DuplicateCounts allDuplicates,
      Tallies tallies,
      List<Subject.SkippedColumn> skipped,
      List<String> notes) {
    public FullScale {
      missing = List.copyOf(missing);
      skipped = List.copyOf(skipped);
      notes = List.copyOf(notes);
    }
  }

  /**
   * The share of a column's values that are missing.
   *
   * @param train of the training rows
   * @param holdout of the holdout rows
   * @param synthetic of the synthetic rows
   */
  public record MissingShares(double train, double holdout, double synthetic) {
    /**
     * The mean over columns of the difference of missing shares, counted over all rows and so
     * without sampling error.
     */
    static Measurement error(List<MissingShares> columns) {
      return Measurement.of(
          mean(columns, shares -> Math.abs(shares.synthetic - shares.train)),
          0,
          mean(columns, shares -> Math.abs(shares.holdout - shares.train)),
          0);
    }

    private static double mean(
        List<MissingShares> columns, ToDoubleFunction<MissingShares> difference) {
      return columns.stream().mapToDouble(difference).average().orElse(0);
    }
  }

  /** The evidence of tables that are in memory as a whole. */
  public static Evidence of(SampleTable train, SampleTable holdout, SampleTable synthetic) {
    List<MissingShares> missing = new ArrayList<>();
    for (int c = 0; c < train.width(); c++) {
      missing.add(
          new MissingShares(
              train.column(c).missingShare(),
              holdout.column(c).missingShare(),
              synthetic.column(c).missingShare()));
    }
    int rows = Math.min(train.rows(), holdout.rows());
    DuplicateCounts equal =
        DuplicateCounts.of(
            synthetic,
            Draw.of(0, "duplicates").rows(train, rows),
            Draw.of(0, "duplicates").rows(holdout, rows));
    DuplicateCounts all = DuplicateCounts.of(synthetic, train, holdout);
    FullScale fullScale =
        new FullScale(
            train.rows(),
            holdout.rows(),
            synthetic.rows(),
            missing,
            equal,
            all,
            Tallies.of(train, holdout, synthetic, 1),
            List.of(),
            List.of());
    return new Evidence(
        train, holdout, synthetic, Optional.empty(), fullScale, Optional.empty(), true);
  }

  /** The same with a reference. */
  public Evidence withReference(SampleTable rows) {
    return new Evidence(
        train, holdout, synthetic, Optional.of(rows), fullScale, whole, holdoutUnseen);
  }
}
